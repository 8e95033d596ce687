import { spawn } from 'node:child_process';
import { root } from '../node24.js';

export type StepOutcome = { kind: 'passed'; detail?: string } | { kind: 'failed'; output: string };

export interface Step {
  name: string;
  run: () => StepOutcome | Promise<StepOutcome>;
}

export interface Tally {
  passed: number;
  failed: number;
}

/** Nothing to complain about, or every complaint on its own line. */
export function complaints(lines: readonly string[], detail?: string): StepOutcome {
  if (lines.length > 0) return { kind: 'failed', output: lines.join('\n') };
  return detail === undefined ? { kind: 'passed' } : { kind: 'passed', detail };
}

/** A tool that says what is wrong and exits other than 0; quiet when all is well. */
export function toolStep(name: string, args: readonly string[]): Step {
  return {
    name,
    run: () =>
      new Promise((resolve, reject) => {
        const tool = spawn(process.execPath, args, {
          cwd: root,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let output = '';
        tool.stdout.on('data', (chunk) => (output += String(chunk)));
        tool.stderr.on('data', (chunk) => (output += String(chunk)));
        tool.once('error', reject);
        tool.once('close', (code) =>
          resolve(code === 0 ? { kind: 'passed' } : { kind: 'failed', output }),
        );
      }),
  };
}

async function runStep({ name, run }: Step): Promise<StepOutcome['kind']> {
  const started = performance.now();
  const outcome = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = outcome.kind === 'passed';
  const detail = passed ? (outcome.detail ?? '') : 'FAILED';
  console.log(
    `${passed ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.padStart(5)} s  ${detail}`.trimEnd(),
  );
  if (!passed) console.log(`${outcome.output.trimEnd()}\n`);
  return outcome.kind;
}

/** Runs every step, also after a failure, so many at a time, and prints a line for each. */
export async function runSteps(steps: readonly Step[], atOnce = 1): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  // One iterator for all: each takes the next step when its own is done.
  const left = steps.values();
  const work = async () => {
    for (const step of left) tally[await runStep(step)] += 1;
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return tally;
}

export function addTally(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}
