import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { root } from '../scripts/node24.js';
import { findFreePort } from '../scripts/services/free-port.ts';
import { makeFolder } from './server.ts';
import { waitFor } from './wait-for.ts';

const folder = makeFolder();
let npm: ChildProcess | undefined;

afterEach(() => {
  // The whole group, should anything of it have stayed.
  if (npm?.pid !== undefined) tryKill(-npm.pid);
  folder.remove();
});

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone, which is what this asks for.
  }
}

async function serves(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
  return answer?.ok === true;
}

/** Its descendant that runs `script`, as the kernel tells. */
function descendant(pid: number, script: string): number | undefined {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = processes.filter((name) => parentOf(name) === pid).map(Number);
  for (const child of children) {
    if (read(`/proc/${child}/cmdline`).includes(script)) return child;
    const found = descendant(child, script);
    if (found !== undefined) return found;
  }
  return undefined;
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A process that has ended meanwhile.
    return '';
  }
}

it.runIf(process.platform === 'linux').each(['npm', 'the launcher'])(
  '[WS9] when %s is killed outright, the server does not stay',
  async (victim) => {
    const port = await findFreePort();
    const env = { ...process.env, PORT: `${port}`, DATA_DIR: folder.path, SEED: 'none' };
    npm = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore', detached: true });
    const { pid = 0 } = npm;
    await waitFor('the server to run', () => serves(port));
    const launcher = descendant(pid, 'scripts/start.js');
    expect(launcher).toBeDefined();
    tryKill(victim === 'npm' ? pid : (launcher ?? 0));
    await waitFor('the server to be gone', async () => !(await serves(port)));
  },
);
