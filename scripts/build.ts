/**
 * `npm run build`: what is compiled of the server, and the web client into `client/dist`, within its
 * budget; `--if-stale` only when a source is newer.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkFirstLoad } from './first-load.ts';
import { root } from './node24.js';
import { compileNative } from './native.ts';
import { precompress } from './precompress.ts';
import { toolStep, type StepOutcome } from './steps/step.ts';

const sources = ['client', 'shared/src', 'client-sdk/src', 'package-lock.json'];
const built = join(root, 'client/dist/index.html');

function newestChange(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .map((name) => newestChange(join(path, name)));
  return Math.max(0, ...inside);
}

function isStale(): boolean {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return sources.some((source) => newestChange(join(root, source)) > builtAt);
}

export async function buildClient({ onlyIfStale }: { onlyIfStale: boolean }): Promise<StepOutcome> {
  if (onlyIfStale && !isStale()) return { kind: 'passed', detail: 'up to date' };
  const outcome = await toolStep('build', [
    'node_modules/vite/bin/vite.js',
    'build',
    'client',
  ]).run();
  if (outcome.kind === 'failed') return outcome;
  await precompress(join(root, 'client/dist'));
  return toolStep('first view', [
    'node_modules/vite/bin/vite.js',
    'build',
    'client',
    '--config',
    'client/vite.first.config.ts',
  ]).run();
}

async function main(): Promise<number> {
  const onlyIfStale = process.argv.includes('--if-stale');
  const native = compileNative();
  // The board starts without it: this is somebody's compiler, not a board that cannot run.
  if (native.kind === 'failed') console.error(`server/native was not compiled:\n${native.output}`);
  if (onlyIfStale && !isStale()) return 0;
  const started = performance.now();
  process.stderr.write('building the web client … ');
  const outcome = await buildClient({ onlyIfStale: false });
  if (outcome.kind === 'failed') {
    console.error(`failed\n${outcome.output}`);
    return 1;
  }
  console.error(`done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  // Who only wants to start the board is not held up by the budget of those who build it.
  if (onlyIfStale) return 0;
  const load = checkFirstLoad();
  const detail = load.kind === 'passed' ? `first load, gzip: ${load.detail ?? ''}` : load.output;
  console.error(detail);
  return load.kind === 'passed' ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await main();
