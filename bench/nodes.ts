import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { engines, required } from '../e2e/engines.ts';
import { nodeAt, startBoardOn } from './fan-out/contenders.ts';
import { compileTool, openClients } from './fan-out/load-client.ts';
import { quantile, type BenchRow } from './row.ts';
import { cpuMs, startServer } from './server-process.ts';

const load = { connections: 500, broadcasts: 300, gapMs: 30 };
const wsload = compileTool('wsload');
const main = new URL('../server/src/main.ts', import.meta.url).pathname;

type Board = Awaited<ReturnType<typeof startBoardOn>>;

/** CPU of every node while the first takes posts and each serves as many clients, ms. */
async function serve(board: Board, nodes: readonly Board['node'][]): Promise<number[]> {
  const all = await Promise.all(nodes.map(({ target }) => openClients(wsload, target, load)));
  const before = nodes.map(({ pid }) => cpuMs(pid));
  let due = performance.now();
  for (let at = 0; at < load.broadcasts; at++) {
    await board.publish(process.hrtime.bigint());
    due += load.gapMs;
    await pause(Math.max(0, due - performance.now()));
  }
  const heard = await Promise.all(all.map((clients) => clients.heard));
  const spent = nodes.map(({ pid }, at) => cpuMs(pid) - (before[at] ?? 0));
  for (const clients of all) await clients.close();
  const missing = heard.reduce((sum, each) => sum + each.missing, 0);
  if (missing > 0) throw new Error(`nodes: ${missing} deliveries are missing`);
  return spent;
}

async function listen(url: string): Promise<{ socket: Socket; at: Map<number, number> }> {
  const socket = io(url, { transports: ['websocket'] });
  await once(socket as unknown as NodeJS.EventEmitter, 'connect');
  const at = new Map<number, number>();
  socket.on('happening', ({ seq }: { seq: number }) => at.set(seq, performance.now()));
  await socket.emitWithAck('watch', { board: 'b', topics: ['feed'] });
  return { socket, at };
}

/** How much later than on the node that took a post its happening comes from the other, ms. */
async function relayDelays(board: Board, nodes: readonly Board['node'][]): Promise<number[]> {
  const [near, far] = await Promise.all(nodes.map(({ url }) => listen(url)));
  for (let at = 0; at < load.broadcasts; at++) {
    await board.publish(process.hrtime.bigint());
    await pause(10);
  }
  await pause(500);
  const delays = [...(near?.at ?? [])].map(([seq, ms]) => (far?.at.get(seq) ?? Infinity) - ms);
  near?.socket.close();
  far?.socket.close();
  return delays;
}

/** Two nodes on one PostgreSQL and one Redis, each with as many clients as one has alone. */
export async function benchNodes(): Promise<BenchRow[]> {
  const store = engines.postgres();
  const env = { ...store.env, REDIS_URL: required('TEST_REDIS_URL') };
  const first = await startServer(main, env);
  const board = await startBoardOn(first);
  const second = await startServer(main, env);
  try {
    const nodes = [board.node, nodeAt(second)];
    await serve(board, nodes);
    const [alone = 0] = await serve(board, nodes.slice(0, 1));
    const together = await serve(board, nodes);
    const busiest = Math.max(...together);
    const delay = quantile(await relayDelays(board, nodes), 0.99);
    return [
      {
        what: `clients that two nodes carry, against one: CPU of the busier of two with ${load.connections} clients each, against one alone with as many`,
        measured: `${Math.round(busiest)} ms`,
        against: `${Math.round(alone)} ms`,
        ratio: (2 * alone) / busiest,
        aim: { atLeast: 1.8 },
      },
      {
        what: 'delay that the relay adds, p99, against the target',
        measured: `${delay.toFixed(1)} ms`,
        against: '10 ms',
        ratio: delay / 10,
        aim: { atMost: 1 },
      },
    ];
  } finally {
    await first.stop();
    await second.stop();
    store.remove();
  }
}
