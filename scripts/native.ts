/**
 * Compiles `server/native` with the machine's C compiler. Optional: without a compiler, Node's headers
 * or Linux the board does the same through Node's streams.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './node24.js';
import type { StepOutcome } from './steps/step.ts';

const source = join(root, 'server/native/send-all.c');
const target = join(root, `server/native/dist/send-all-${process.platform}-${process.arch}.node`);

function findHeaders(): string | undefined {
  const bundled = join(root, `node_modules/node-${process.platform}-${process.arch}`);
  const homes = [dirname(dirname(process.execPath)), bundled, '/usr'];
  return homes
    .map((home) => join(home, 'include/node'))
    .find((folder) => existsSync(join(folder, 'node_api.h')));
}

function isFresh(): boolean {
  return existsSync(target) && statSync(target).mtimeMs >= statSync(source).mtimeMs;
}

const without = (why: string): StepOutcome => ({
  kind: 'passed',
  detail: `${why}: sends through Node's streams`,
});

export function compileNative(): StepOutcome {
  if (process.platform !== 'linux') return without('not Linux');
  if (isFresh()) return { kind: 'passed', detail: 'up to date' };
  const headers = findHeaders();
  if (headers === undefined) return without("no headers of Node's");
  mkdirSync(dirname(target), { recursive: true });
  // A server that runs holds the old file.
  const fresh = `${target}.${process.pid}`;
  const flags = ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', `-I${headers}`];
  try {
    execFileSync('cc', [...flags, '-o', fresh, source], { stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    // execFileSync throws what Node throws, with what the program wrote.
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') return without('no C compiler');
    return { kind: 'failed', output: stderr ?? String(error) };
  }
  renameSync(fresh, target);
  return { kind: 'passed' };
}
