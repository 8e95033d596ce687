import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RedisProcess } from './redis-process.ts';
import { until } from './until.ts';

const lastSlot = 16_383;

/** Three masters that share the slots of one cluster. */
export class RedisCluster {
  readonly nodes: readonly RedisProcess[];
  readonly url: string;
  readonly #folder: string;

  private constructor(nodes: readonly RedisProcess[], folder: string) {
    this.nodes = nodes;
    this.#folder = folder;
    // One of them is enough to find the others.
    const [first, second] = nodes.map(({ port }) => `127.0.0.1:${port}`);
    this.url = `redis+cluster://${first},${second}`;
  }

  static async start(): Promise<RedisCluster> {
    const nodes = await Promise.all([1, 2, 3].map(() => RedisProcess.onFreePort()));
    const buses = await Promise.all(nodes.map(() => RedisProcess.onFreePort()));
    const cluster = new RedisCluster(nodes, mkdtempSync(join(tmpdir(), 'board-cluster-')));
    const busOf = (at: number) => String(buses[at]?.port);
    await Promise.all(nodes.map((_, at) => cluster.#startNode(at, busOf(at))));
    const step = Math.ceil((lastSlot + 1) / nodes.length);
    for (const [at, node] of nodes.entries()) {
      const last = Math.min(lastSlot, (at + 1) * step - 1);
      await node.call('CLUSTER', 'ADDSLOTSRANGE', String(at * step), String(last));
      for (const [other, { port }] of nodes.entries())
        if (other !== at)
          await node.call('CLUSTER', 'MEET', '127.0.0.1', String(port), busOf(other));
    }
    await until('the nodes have met', async () => (await cluster.#states()).every(Boolean), 20_000);
    return cluster;
  }

  async close(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.kill()));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Starts a node, or starts it again: it remembers the others. */
  async #startNode(at: number, bus: string): Promise<void> {
    const kept = ['--dir', this.#folder, '--cluster-config-file', `node-${at}.conf`];
    const cluster = ['--cluster-enabled', 'yes', '--cluster-port', bus, ...kept];
    await this.nodes[at]?.start(...cluster, '--cluster-node-timeout', '1000');
  }

  #states(): Promise<boolean[]> {
    return Promise.all(
      this.nodes.map(async (node) => {
        const info = await node.call<string>('CLUSTER', 'INFO');
        return info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3');
      }),
    );
  }
}
