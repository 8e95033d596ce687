import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { createRandom } from './large-board.ts';
import { postAll, type Post } from './post-load.ts';
import type { BenchRow } from './row.ts';
import { setUpBoard, startServer } from './server-process.ts';

const units = 200;
const posts = 1000;

function makePosts(count: number): Post[] {
  const random = createRandom(11);
  return Array.from({ length: count }, () => ({
    unit: `u${Math.floor(random() * units)}`,
    value: (random() * 1000).toFixed(1),
  }));
}

function bytesOf(event: unknown): number {
  return Buffer.byteLength(`42${JSON.stringify(event)}`);
}

/** Bytes to one ranking watcher for 1,000 posts, against the whole ranking again at each post. */
export async function benchPatches(): Promise<BenchRow[]> {
  const server = await startServer(new URL('../server/src/main.ts', import.meta.url).pathname);
  const socket = io(server.url, { transports: ['websocket'], autoConnect: false });
  try {
    await setUpBoard(server.url, units);
    await postAll(
      server.url,
      Array.from({ length: units }, (_, at) => ({ unit: `u${at}`, value: `${at}` })),
      16,
    );
    socket.connect();
    // socket.io-client's emitter has what `once` needs.
    await once(socket as unknown as NodeJS.EventEmitter, 'connect');
    let patched = 0;
    let patches = 0;
    socket.on('patch', (patch: unknown) => {
      patched += bytesOf(['patch', patch]);
      patches++;
    });
    const watched = { board: 'b', topics: ['ranking:m'] };
    await socket.emitWithAck('watch', watched);
    const { ms } = await postAll(server.url, makePosts(posts), 64);
    await pause(500);
    const answer: unknown = await socket.emitWithAck('watch', watched);
    const whole = bytesOf(answer) * posts;
    return [
      {
        what: `bytes to one ranking watcher for ${posts} posts (${Math.round(posts / (ms / 1000))}/s, ${patches} patches, ${units} rows), against re-sending the ranking each time`,
        measured: `${(patched / 1024).toFixed(0)} KiB`,
        against: `${(whole / 1024).toFixed(0)} KiB`,
        ratio: patched / whole,
      },
    ];
  } finally {
    socket.close();
    await server.stop();
  }
}
