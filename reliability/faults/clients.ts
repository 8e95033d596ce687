import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { WebSocket } from 'ws';
import { setUpBoard } from '../../e2e/api.ts';
import { makeFolder, startServer, type ServerProcess } from '../../e2e/server.ts';
import { waitFor } from '../../e2e/wait-for.ts';
import { residentMiB } from '../fuzz/fuzz.ts';
import type { FaultRow } from './row.ts';

const question = '420["watch",{"board":"plant","topics":["feed","ranking:output","records"]}]';

/** A bare client that watches, comes back when it is cut, and counts what it hears. */
class Crowd {
  settled = 0;
  told = 0;
  readonly #sockets = new Set<WebSocket>();
  readonly #url: string;
  #isClosed = false;

  constructor(url: string) {
    this.#url = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  }

  join(isDeaf = false): void {
    if (this.#isClosed) return;
    const socket = new WebSocket(this.#url, { perMessageDeflate: false });
    let isSettled = false;
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text.startsWith('40')) socket.send(question);
      else if (text === '2') socket.send('3');
      else if (text.startsWith('42["happening"')) this.told += 1;
      else if (text.startsWith('430')) {
        isSettled = true;
        this.settled += 1;
        if (isDeaf) socket.pause();
      }
    });
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (isSettled) this.settled -= 1;
      // As the product's client does: between 0.16 and 0.64 s, and longer where nobody answers.
      if (!isDeaf) setTimeout(() => this.join(), 160 + Math.random() * (isSettled ? 480 : 2000));
    });
  }

  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  close(): void {
    this.#isClosed = true;
    this.cut();
  }
}

/** What a poster of its own thread found: ms of the slowest post, and how many there were. */
interface Posted {
  slowestMs: number;
  count: number;
}

function keepPosting(url: string, name: string, pauseMs: number) {
  const poster = new Worker(new URL('./poster.ts', import.meta.url), {
    workerData: { url, name, pauseMs },
  });
  const found = once(poster, 'message') as Promise<[Posted]>;
  const stop = async () => {
    poster.postMessage('stop');
    return (await found)[0];
  };
  return { stop };
}

type Posting = ReturnType<typeof keepPosting>;

/** s until all of the crowd have their rows again, ms of the slowest post meanwhile. */
async function watchReturn(crowd: Crowd, clients: number, posting: Posting) {
  const begun = performance.now();
  await waitFor('the crowd to come back', () => crowd.settled === clients, 300_000);
  const seconds = (performance.now() - begun) / 1000;
  const { slowestMs } = await posting.stop();
  const figure = `all settled after ${seconds.toFixed(1)} s, posts took ${Math.ceil(slowestMs)} ms at most`;
  return { seconds, slowestMs, figure };
}

async function gather(url: string, clients: number): Promise<Crowd> {
  const crowd = new Crowd(url);
  for (let at = 0; at < clients; at += 1) {
    crowd.join();
    if (at % 200 === 199) await waitFor('some to settle', () => crowd.settled > at - 400, 120_000);
  }
  await waitFor('the crowd to settle', () => crowd.settled === clients, 300_000);
  return crowd;
}

/** With the live connections in so many processes beside the one that takes posts. */
async function reconnectAll(clients: number, gateways: number): Promise<FaultRow[]> {
  const folder = makeFolder();
  const env = { DATA_DIR: folder.path, RATE_LIMIT: '10000000', GATEWAYS: String(gateways) };
  let server: ServerProcess = await startServer(env);
  await setUpBoard(server.url);
  const crowd = await gather(server.url, clients);
  const posting = keepPosting(server.url, 'cut', 500);
  await pause(2000);
  crowd.cut();
  await waitFor('them to be cut', () => crowd.settled === 0, 10_000);
  const cut = await watchReturn(crowd, clients, posting);
  await server.kill();
  server = await startServer({ ...env, PORT: String(server.port) });
  const killed = await watchReturn(crowd, clients, keepPosting(server.url, 'killed', 500));
  crowd.close();
  await server.kill();
  folder.remove();
  const row = (done: string, { seconds, slowestMs, figure }: typeof cut): FaultRow => ({
    name: `everybody reconnects, GATEWAYS=${gateways}`,
    done,
    figure,
    target: '10,000 settled within 60 s, posts under 1 s',
    isMet: clients >= 10_000 && seconds <= 60 && slowestMs < 1000,
  });
  return [
    row(`the connections of ${clients} clients cut at once, 2 posts/s`, cut),
    row(`kill -9 and start under the same ${clients}`, killed),
  ];
}

async function stall(seconds: number): Promise<FaultRow> {
  const folder = makeFolder();
  const server = await startServer({ DATA_DIR: folder.path, RATE_LIMIT: '10000000' });
  await setUpBoard(server.url);
  const [deaf, others] = [new Crowd(server.url), new Crowd(server.url)];
  for (let at = 0; at < 200; at += 1) deaf.join(true);
  for (let at = 0; at < 20; at += 1) others.join();
  await waitFor('all to settle', () => deaf.settled === 200 && others.settled === 20, 60_000);
  const before = residentMiB(server.pid);
  let most = before;
  const posting = keepPosting(server.url, 'stall', 2);
  for (let at = 0; at < seconds * 2; at += 1) {
    await pause(500);
    most = Math.max(most, residentMiB(server.pid));
  }
  const { slowestMs, count } = await posting.stop();
  const stayed = others.settled;
  deaf.close();
  others.close();
  await server.kill();
  folder.remove();
  const grown = Math.round(most - before);
  return {
    name: 'clients that stop reading',
    done: `200 for ${seconds} s, ${count} posts, 20 that read`,
    figure: `memory grew by ${grown} MiB, ${stayed} of 20 stayed, posts took ${Math.ceil(slowestMs)} ms at most`,
    target: 'below 200 MB, nobody else notices',
    isMet: grown < 190 && stayed === 20,
  };
}

export async function faultsOfClients(clients: number, seconds: number): Promise<FaultRow[]> {
  return [
    await stall(seconds),
    ...(await reconnectAll(clients, 0)),
    ...(await reconnectAll(clients, 1)),
  ];
}
