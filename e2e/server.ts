import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/node24.js';
import { findFreePort } from '../scripts/services/free-port.ts';
import { waitFor } from './wait-for.ts';

export const stewardToken = 'e2e-steward-token';

export interface Exit {
  code: number | null;
  stderr: string;
}

/** A real server process; it leaves with the test runner that started it, at the latest. */
export interface ServerProcess {
  url: string;
  port: number;
  pid: number;
  /** What it printed on stdout so far. */
  output(): string;
  signal(name: NodeJS.Signals): void;
  exit: Promise<Exit>;
  kill(): Promise<void>;
}

/** The server hears through it when the runner that started it is gone, however it went. */
const leash = join(root, 'scripts/leave-with-launcher.js');

/** What Node has made of the sources once need not be made again for each server. */
const compileCache = process.env['NODE_COMPILE_CACHE'];
const kept = compileCache === undefined ? {} : { NODE_COMPILE_CACHE: compileCache };

/**
 * Runs `server/src/main.ts` with nothing of this machine's environment but PATH and `env`; that of another
 * version where its folder is given.
 */
export function spawnServer(env: Record<string, string>, folder = root): ServerProcess {
  const child = spawn(process.execPath, ['--import', leash, join(folder, 'server/src/main.ts')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...kept,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const exit = once(child, 'close').then((): Exit => ({ code: child.exitCode, stderr }));
  const signal = (name: NodeJS.Signals) => void child.kill(name);
  const kill = async () => {
    signal('SIGKILL');
    await exit;
  };
  const port = Number(env['PORT']);
  // A child that was spawned has one; where it was not, `exit` says why.
  const pid = child.pid ?? 0;
  return { url: `http://127.0.0.1:${port}`, port, pid, output: () => stdout, signal, exit, kill };
}

/** Starts a server and waits until it says that it runs; an early exit shows what it said. */
export async function startServer(
  env: Record<string, string>,
  folder = root,
): Promise<ServerProcess> {
  const port = env['PORT'] ?? String(await findFreePort());
  const all = { SEED: 'none', STEWARD_TOKEN: stewardToken, ...env, PORT: port };
  const server = spawnServer(all, folder);
  const ended = server.exit.then(({ code, stderr }) => {
    throw new Error(`the server left with ${code}: ${stderr}\n${server.output()}`);
  });
  ended.catch(() => undefined);
  const isRunning = () => server.output().includes('is running');
  const runs = waitFor('the server to run', isRunning, 120_000);
  await Promise.race([runs, ended]);
  return server;
}

/** A fresh folder, and how to remove it. */
export function makeFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'board-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
