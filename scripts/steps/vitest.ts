import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../node24.js';
import type { Tally } from './step.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** A file that could not even be loaded counts as one failure, and so does a crash of the runner. */
function tallyOf(report: Report | undefined, exitCode: number): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  if (report.numPendingTests > 0) console.log(`${report.numPendingTests} skipped`);
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

function readReport(path: string): Report | undefined {
  try {
    // Written by vitest just now, in the form its JSON reporter documents.
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

/** Runs the tests of one configuration, shows them as they come, and counts them. */
export async function runVitest(
  config: string,
  options: { filters?: readonly string[]; env?: Record<string, string> } = {},
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'board-report-'));
  const reportPath = join(folder, 'report.json');
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--allowOnly=false'];
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`);
  args.push('--silent=passed-only', '--passWithNoTests', ...(options.filters ?? []));
  const runner = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.env },
  });
  process.once('exit', () => runner.kill());
  const exitCode = await new Promise<number>((resolve, reject) => {
    runner.once('error', reject);
    runner.once('exit', (code) => resolve(code ?? 1));
  });
  const tally = tallyOf(readReport(reportPath), exitCode);
  rmSync(folder, { recursive: true, force: true });
  return tally;
}
