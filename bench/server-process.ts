import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const token = 'bench-steward-token';
const startDeadlineMs = 20_000;
/** Linux counts CPU time in hundredths of a second. */
const msPerTick = 10;

export interface ServerProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // A TCP server that listens has an address with a port.
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startDeadlineMs;
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts a server script on a free port, with an empty SQLite ledger of its own unless `more` names one. */
export async function startServer(
  script: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'board-bench-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: `${port}`,
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    STEWARD_TOKEN: token,
    SEED: 'none',
    LOG_LEVEL: 'warn',
    ...more,
  };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  await waitUntilReady(url, child);
  return {
    url,
    // A spawned process has a pid.
    pid: child.pid as number,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** CPU time (user and system) that a process has used, ms. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/** Memory of a process that is in use, KiB. */
export function residentKiB(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]);
}

/** A call as the steward; throws unless it is answered with success. */
export async function call(
  url: string,
  method: string,
  path: string,
  body: unknown,
): Promise<unknown> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** A board `b` with `units` units in one sector and one metric `m`. */
export async function setUpBoard(url: string, units: number): Promise<void> {
  await call(url, 'POST', '/boards', {
    id: 'b',
    name: 'Bench',
    timeZone: 'Europe/Paris',
    visibility: 'public',
  });
  await call(url, 'PUT', '/boards/b/sectors/s', { name: 'Sector' });
  await call(url, 'PUT', '/boards/b/metrics/m', {
    name: 'Metric',
    unitOfMeasure: 't',
    direction: 'higher',
    decimals: 1,
    aggregate: 'best',
  });
  for (let at = 0; at < units; at++)
    await call(url, 'PUT', `/boards/b/units/u${at}`, { name: `Unit ${at}`, sector: 's' });
}
