/**
 * `npm run lighthouse`: what Lighthouse says of the spectator's page as a phone on a mobile network
 * loads it (`-- --desktop`: as a desk does), in its three scores, and what it has to say against it.
 * Lighthouse is fetched when it is asked for: it is larger than all that the tests install.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startServer } from '../e2e/server.ts';
import { buildClient } from './build.ts';

interface Audit {
  id: string;
  title: string;
  score: number | null;
  displayValue?: string;
}

interface Report {
  categories: Record<string, { score: number | null } | undefined>;
  audits: Record<string, Audit>;
}

const version = '13.5.0';
const wanted = 95;
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const isDesktop = process.argv.includes('--desktop');

async function ask(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      ...['exec', '--yes', `lighthouse@${version}`, '--', url, '--quiet', '--output=json'],
      `--only-categories=${categories.join(',')}`,
      '--chrome-flags=--headless --no-sandbox --disable-gpu',
      ...(isDesktop ? ['--preset=desktop'] : []),
    ],
    { env: { ...process.env, CHROME_PATH: '/usr/bin/chromium' }, maxBuffer: 64 * 1024 * 1024 },
  );
  // Lighthouse's own report, in the form its documentation describes.
  return JSON.parse(stdout) as Report;
}

async function measure(url: string): Promise<boolean> {
  const report = await ask(url);
  const scores = categories.map((name) => ({
    name,
    score: Math.round((report.categories[name]?.score ?? 0) * 100),
  }));
  for (const { name, score } of scores) console.log(`${name.padEnd(16)} ${score}`);
  for (const { id, title, score, displayValue = '' } of Object.values(report.audits))
    if (score !== null && score < 0.9) console.log(`  ${id}: ${title} ${displayValue}`.trimEnd());
  return scores.every(({ score }) => score >= wanted);
}

await buildClient({ onlyIfStale: true });
const folder = mkdtempSync(join(tmpdir(), 'board-lighthouse-'));
const server = await startServer({ DATA_DIR: folder, SEED: 'demo', DEMO_PACE_MS: '3600000' });
try {
  // The demo board is there before the first look at it.
  await sleep(10_000);
  process.exitCode = (await measure(`${server.url}/b/demo`)) ? 0 : 1;
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
