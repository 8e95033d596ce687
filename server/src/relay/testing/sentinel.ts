import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisProcess } from './redis-process.ts';
import { until } from './until.ts';

/** A master, its replica, and a sentinel that makes the one the other's heir. */
export class SentinelGroup {
  readonly master: RedisProcess;
  readonly replica: RedisProcess;
  readonly url: string;
  readonly #folder: string;
  readonly #sentinel: ChildProcess;

  private constructor(servers: [RedisProcess, RedisProcess, RedisProcess], folder: string) {
    const [master, replica, { port }] = servers;
    this.master = master;
    this.replica = replica;
    this.url = `redis+sentinel://127.0.0.1:${port}/mill`;
    this.#folder = folder;
    const config = join(folder, 'sentinel.conf');
    writeFileSync(
      config,
      [
        `port ${port}`,
        'bind 127.0.0.1',
        `sentinel monitor mill 127.0.0.1 ${master.port} 1`,
        'sentinel down-after-milliseconds mill 300',
        'sentinel failover-timeout mill 1000',
      ].join('\n'),
    );
    this.#sentinel = spawn('redis-server', [config, '--sentinel'], {
      cwd: folder,
      stdio: 'ignore',
    });
  }

  static async start(): Promise<SentinelGroup> {
    const servers = [
      await RedisProcess.onFreePort(),
      await RedisProcess.onFreePort(),
      await RedisProcess.onFreePort(),
    ] as [RedisProcess, RedisProcess, RedisProcess];
    const [master, replica, sentinel] = servers;
    await master.start();
    await replica.start('--replicaof', '127.0.0.1', String(master.port));
    const group = new SentinelGroup(servers, mkdtempSync(join(tmpdir(), 'board-sentinel-')));
    await until('the sentinel knows the replica', async () => {
      // Refused until it listens.
      const known = await sentinel.call<unknown[]>('SENTINEL', 'REPLICAS', 'mill').catch(() => []);
      return known.length > 0;
    });
    return group;
  }

  async close(): Promise<void> {
    await Promise.all([this.master.kill(), this.replica.kill()]);
    if (this.#sentinel.exitCode === null && this.#sentinel.signalCode === null) {
      const exited = once(this.#sentinel, 'exit');
      this.#sentinel.kill('SIGKILL');
      await exited;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
