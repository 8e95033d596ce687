import { spawn } from 'node:child_process';
import { findFreePort, waitForPort } from './free-port.ts';
import type { Service } from './service.ts';

/** A Redis of our own on a free port, with nothing kept on disk. */
export async function startRedis(folder: string): Promise<Service> {
  const port = await findFreePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const child = spawn('redis-server', [...args, '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  await waitForPort(port, 'redis-server');
  return { url: `redis://127.0.0.1:${port}`, child, stopSignal: 'SIGTERM' };
}
