// @ts-check
/**
 * Runs a script with Node 24: the current Node when it is new enough, otherwise the one that the
 * lockfile brings as a platform package. Plain JavaScript, because it starts on Node 20.
 *
 *     node scripts/node24.js <script> [argument…]
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const needed = 24;
/** @type {NodeJS.Signals[]} */
const forwarded = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/** @returns {string | undefined} the path of a Node that is new enough */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = `node-${process.platform}-${process.arch}`.replace('win32', 'win');
  const path = join(root, 'node_modules', bundled, 'bin', name);
  return existsSync(path) ? path : undefined;
}

/**
 * Runs `args` with Node 24 and answers with its exit code. The child hears the signals this process
 * hears, finds Node 24 first on its PATH, and with `leash` also learns (IPC `disconnect`) when this
 * process was killed outright.
 *
 * @param {string[]} args
 * @param {{ leash?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runNode24(args, { leash = false } = {}) {
  const node = findNode24();
  if (!node) {
    console.error(`Node ${needed} is not here: this is Node ${process.version}; run \`npm ci\``);
    return Promise.resolve(1);
  }
  const child = spawn(node, args, {
    stdio: leash ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    env: {
      // Our sources are TypeScript: what Node has made of them once need not be made again.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
      ...process.env,
      PATH: dirname(node) + delimiter + (process.env['PATH'] ?? ''),
    },
  });
  for (const signal of forwarded) {
    // A terminal sends Ctrl-C to the whole group: the child has heard it already.
    const heard = signal === 'SIGINT' && process.stdin.isTTY;
    process.on(signal, () => heard || child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await runNode24(process.argv.slice(2));
