import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { nodeAt, startBareWs } from './fan-out/contenders.ts';
import { compileTool, openClients } from './fan-out/load-client.ts';
import { createRandom } from './large-board.ts';
import { postAll, postAtPace, type Post } from './post-load.ts';
import type { BenchRow } from './row.ts';
import { cpuMs, setUpBoard, startServer, type ServerProcess } from './server-process.ts';

const units = 200;
const posts = 2_000;
const perSecond = 1_000;
const watchers = 1_000;
/** How often the whole ranking is sent to everybody to see what that costs. */
const resendings = 20;
const aim = { atMost: 0.02 };
const watched = { board: 'b', topics: ['ranking:m'] };
const wsload = compileTool('wsload');

function makePosts(seed: number): Post[] {
  const random = createRandom(seed);
  return Array.from({ length: posts }, () => ({
    unit: `u${Math.floor(random() * units)}`,
    value: (random() * 1000).toFixed(1),
  }));
}

function textOf(event: unknown): string {
  return `42${JSON.stringify(event)}`;
}

async function watchOne(url: string): Promise<{ socket: Socket; patched(): number }> {
  const socket = io(url, { transports: ['websocket'], autoConnect: false });
  let patched = 0;
  socket.on('patch', (patch: unknown) => {
    patched += Buffer.byteLength(textOf(['patch', patch]));
  });
  socket.connect();
  // socket.io-client's emitter has what `once` needs.
  await once(socket as unknown as NodeJS.EventEmitter, 'connect');
  await socket.emitWithAck('watch', watched);
  return { socket, patched: () => patched };
}

/** CPU of the server for the posts at their pace and what they make it send, ms. */
async function cpuOfPosts(server: ServerProcess, seed: number): Promise<number> {
  const before = cpuMs(server.pid);
  await postAtPace(server.url, makePosts(seed), perSecond);
  await pause(500);
  return cpuMs(server.pid) - before;
}

/** CPU of a bare loop that sends a text once to every watcher, ms. */
async function cpuOfResending(text: string): Promise<number> {
  const bare = await startBareWs(text);
  const load = { connections: watchers, broadcasts: resendings };
  const clients = await openClients(wsload, bare.target, load);
  const before = cpuMs(bare.pid);
  for (let at = 0; at < resendings; at++) {
    await bare.publish(process.hrtime.bigint());
    await pause(20);
  }
  await clients.heard;
  const spent = (cpuMs(bare.pid) - before) / resendings;
  await clients.close();
  await bare.stop();
  return spent;
}

/** A ranking that 1,000 watch while 1,000 posts a second come: patches, against all of it at each post. */
export async function benchPatches(): Promise<BenchRow[]> {
  const server = await startServer(new URL('../server/src/main.ts', import.meta.url).pathname);
  try {
    await setUpBoard(server.url, units);
    const first = Array.from({ length: units }, (_, at) => ({ unit: `u${at}`, value: `${at}` }));
    await postAll(server.url, first, 16);
    await cpuOfPosts(server, 1);
    const unwatched = await cpuOfPosts(server, 2);
    const one = await watchOne(server.url);
    const target = nodeAt(server, watched.topics).target;
    const clients = await openClients(wsload, target, { connections: watchers, broadcasts: 1 });
    const spent = (await cpuOfPosts(server, 3)) - unwatched;
    await clients.close();
    const answer: unknown = await one.socket.emitWithAck('watch', watched);
    const patched = one.patched();
    one.socket.close();
    const whole = textOf(['patch', answer]);
    // The load client times what carries a moment.
    const resent = (await cpuOfResending(`${whole.slice(0, -1)},{"value":"0"}]`)) * posts;
    const load = `${posts.toLocaleString('en')} posts at ${perSecond.toLocaleString('en')}/s, ${units} rows`;
    return [
      {
        what: `ranking patches: bytes to one watcher, ${load}, against re-sending the ranking each time`,
        measured: `${(patched / 1024).toFixed(0)} KiB`,
        against: `${((Buffer.byteLength(whole) * posts) / 1024).toFixed(0)} KiB`,
        ratio: patched / (Buffer.byteLength(whole) * posts),
        aim,
      },
      {
        what: `ranking patches: CPU for ${watchers.toLocaleString('en')} watchers, ${load}, against a bare \`ws\` loop that re-sends it each time`,
        measured: `${Math.round(spent)} ms`,
        against: `${Math.round(resent).toLocaleString('en')} ms`,
        ratio: spent / resent,
        aim,
      },
    ];
  } finally {
    await server.stop();
  }
}
