import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDebianPackages } from './debian-packages.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';
import type { Service } from './service.ts';

export interface Services {
  /** Where the tests find them: `TEST_REDIS_URL`, `TEST_DATABASE_URL`. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

async function stopAll(services: readonly Service[], folder: string): Promise<void> {
  for (const { child, stopSignal } of services) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const left = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill(stopSignal);
    await left;
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * The Redis and the PostgreSQL that the tests run against: those that the environment names, or
 * own ones on free ports that end with this process, however it ends.
 */
export async function startServices(): Promise<Services> {
  ensureDebianPackages();
  const folder = mkdtempSync(join(tmpdir(), 'board-services-'));
  const started: Service[] = [];
  const env: Record<string, string> = {};
  const provide = async (name: string, start: (folder: string) => Promise<Service>) => {
    const given = process.env[name];
    const service = given ? undefined : await start(folder);
    if (service) started.push(service);
    env[name] = service?.url ?? given ?? '';
  };
  process.once('exit', () => {
    for (const { child, stopSignal } of started) child.kill(stopSignal);
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void stopAll(started, folder).then(() => process.exit(130)));
  await provide('TEST_REDIS_URL', startRedis);
  await provide('TEST_DATABASE_URL', startPostgres);
  return { env, stop: () => stopAll(started, folder) };
}
