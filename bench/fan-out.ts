import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { call, cpuMs, setUpBoard, startServer } from './server-process.ts';
import { median, type BenchRow } from './row.ts';

const connections = 1000;
const happenings = 100;
const rounds = 3;
const settleMs = 10_000;

function start(script: string): ChildProcess {
  return fork(new URL(script, import.meta.url).pathname);
}

async function answerOf(child: ChildProcess): Promise<Record<string, number>> {
  const [answer] = (await once(child, 'message')) as [Record<string, number>];
  return answer;
}

async function openWatchers(
  url: string,
  opening: string[],
  counted: string,
): Promise<ChildProcess> {
  const child = start('./watchers.ts');
  child.send({ url, connections, opening, counted });
  await answerOf(child);
  return child;
}

async function countOf(watchers: ChildProcess): Promise<number> {
  watchers.send('count');
  return (await answerOf(watchers))['received'] ?? 0;
}

async function waitForCount(watchers: ChildProcess, wanted: number): Promise<void> {
  const deadline = Date.now() + settleMs;
  while ((await countOf(watchers)) < wanted) {
    if (Date.now() > deadline) throw new Error('deliveries are missing');
    await pause(50);
  }
}

/** µs of CPU that the process `pid` spends for each delivery while `send` runs `happenings` times. */
async function measure(
  pid: number,
  watchers: ChildProcess,
  send: (at: number) => Promise<void>,
): Promise<number> {
  const before = await countOf(watchers);
  const cpu = cpuMs(pid);
  for (let at = 0; at < happenings; at++) await send(at);
  await waitForCount(watchers, before + happenings * connections);
  return ((cpuMs(pid) - cpu) * 1000) / (happenings * connections);
}

/** The text of one happening as it goes over the wire, caught by a client of its own. */
async function catchFrame(url: string, post: () => Promise<void>): Promise<string> {
  const socket = io(url, { transports: ['websocket'] });
  await once(socket as unknown as NodeJS.EventEmitter, 'connect');
  await socket.emitWithAck('watch', { board: 'b', topics: ['feed'] });
  const caught = once(socket as unknown as NodeJS.EventEmitter, 'happening');
  await post();
  const [happening] = (await caught) as [unknown];
  socket.close();
  return `42${JSON.stringify(['happening', happening])}`;
}

/** Server CPU for each delivery of one happening to 1,000 clients, against a bare `ws` loop. */
export async function benchFanOut(): Promise<BenchRow[]> {
  const server = await startServer(new URL('../server/src/main.ts', import.meta.url).pathname);
  const bare = start('./bare-ws-server.ts');
  const { port } = await answerOf(bare);
  const children: ChildProcess[] = [bare];
  try {
    await setUpBoard(server.url, 2);
    await call(server.url, 'POST', '/boards/b/results', {
      unit: 'u0',
      metric: 'm',
      value: '99999',
    });
    let value = 1;
    // Always behind the leader: one record, in the scope of the unit, and nothing else happens.
    const post = async () => {
      const body = { unit: 'u1', metric: 'm', value: `${value++}` };
      await call(server.url, 'POST', '/boards/b/results', body);
    };
    await post();
    const frame = await catchFrame(server.url, post);
    const watch = `420["watch",${JSON.stringify({ board: 'b', topics: ['feed'] })}]`;
    const socketUrl = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const watchers = await openWatchers(socketUrl, ['40', watch], '42["happening"');
    const listeners = await openWatchers(`ws://127.0.0.1:${port}`, [], '42["happening"');
    children.push(watchers, listeners);
    const real: number[] = [];
    const loop: number[] = [];
    for (let round = 0; round < rounds; round++) {
      real.push(await measure(server.pid, watchers, post));
      // A spawned process has a pid.
      loop.push(
        await measure(bare.pid as number, listeners, async () => {
          bare.send(frame);
          await pause(2);
        }),
      );
    }
    return [
      {
        what: `fan-out of a happening (${frame.length} bytes) to ${connections} clients, server CPU per delivery, against a bare ws loop`,
        measured: `${median(real).toFixed(1)} µs`,
        against: `${median(loop).toFixed(1)} µs`,
        ratio: median(real) / median(loop),
      },
    ];
  } finally {
    for (const child of children) child.disconnect();
    await server.stop();
  }
}
