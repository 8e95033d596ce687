import { createServer, type Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DirectSend, loadSendAll } from './direct-send.ts';
import { bareSocketOf, type Connection } from './engine-internals.ts';
import { FanOut } from './fan-out.ts';
import type { LiveServer, LiveSocket } from './live-socket.ts';
import { eventually } from './testing/eventually.ts';
import { Wire } from './wire.ts';

let http: HttpServer;
let io: LiveServer;
let fanOut: FanOut;
let full: Connection[];
const clients: Socket[] = [];
const heard: [string, string][][] = [];

beforeEach(async () => {
  http = createServer();
  io = new Server(http, { transports: ['websocket'] });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  heard.length = 0;
  await io.close();
});

async function join(count: number): Promise<LiveSocket[]> {
  const { port } = http.address() as { port: number };
  for (let at = 0; at < count; at++) {
    const client = connect(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
    });
    const words: [string, string][] = [];
    client.onAny((event: string, message: string) => words.push([event, message]));
    clients.push(client);
    heard.push(words);
  }
  await eventually(() => io.of('/').sockets.size === count);
  await eventually(() => clients.every((client) => client.connected));
  return [...io.of('/').sockets.values()];
}

function sendBy(sendAll: ReturnType<typeof loadSendAll>): void {
  full = [];
  fanOut = new FanOut((connection) => full.push(connection), new DirectSend(sendAll));
  fanOut.follow(io);
}

const saying = (text: string) => `2["said","${text}"]`;
const sent = (...texts: string[]) => texts.map((text) => ['said', text]);
const sendToAll = (sockets: LiveSocket[], encoded: string) =>
  fanOut.send(
    sockets.map(({ conn }) => new Wire(conn)),
    encoded,
  );
// None of the product's events: what counts here is the order.
const emit = (socket: LiveSocket, text: string) =>
  (socket as unknown as { emit(event: string, text: string): boolean }).emit('said', text);

const compiled = loadSendAll();
const ways = [
  { way: 'through streams', sendAll: undefined, isThere: true },
  { way: 'by the compiled pass', sendAll: compiled, isThere: compiled !== undefined },
];

describe.each(ways)('$way', ({ sendAll, isThere }) => {
  beforeEach(() => sendBy(sendAll));

  it.runIf(isThere)(
    '[LV36] what goes to all and what goes to one arrive in the order in which they were said',
    async () => {
      const sockets = await join(3);
      const [first] = sockets;
      if (!first) throw new Error('nobody joined');
      sendToAll(sockets, saying('a'));
      sendToAll(sockets, saying('b'));
      emit(first, 'c');
      sendToAll(sockets, saying('d'));
      emit(first, 'e');
      emit(first, 'f');
      sendToAll(sockets, saying('g'));
      await eventually(() =>
        heard.every((words) => words.length >= 4 && words.at(-1)?.[1] === 'g'),
      );
      const toOne = sent('a', 'b', 'c', 'd', 'e', 'f', 'g');
      const toAll = sent('a', 'b', 'd', 'g');
      expect([...heard].sort((a, b) => b.length - a.length)).toEqual([toOne, toAll, toAll]);
    },
  );

  it.runIf(isThere)(
    '[LV36] and so they do for one who reads slowly, with more than the kernel takes',
    async () => {
      const sockets = await join(1);
      const long = 'x'.repeat(100_000);
      const said: string[] = [];
      for (let at = 0; at < 200; at++) {
        const text = `${at} ${long}`;
        said.push(text);
        if (at % 3 === 2 && sockets[0]) emit(sockets[0], text);
        else sendToAll(sockets, saying(text));
        if (at % 10 === 9) await new Promise((resolve) => setImmediate(resolve));
      }
      await eventually(() => heard[0]?.length === said.length);
      expect(heard[0]?.map(([, text]) => text)).toEqual(said);
      expect(full).toContain(sockets[0]?.conn);
    },
  );

  it.runIf(isThere)('[LV36] who has left gets nothing and disturbs nobody', async () => {
    const sockets = await join(2);
    sendToAll(sockets, saying('a'));
    sockets[0]?.conn.close();
    sendToAll(sockets, saying('b'));
    await eventually(() => heard.some((words) => words.length === 2));
    expect(heard).toContainEqual(sent('a', 'b'));
  });

  it.runIf(isThere)('[LV36] who was cut off gets nothing and disturbs nobody', async () => {
    const sockets = await join(3);
    // The other end is gone, and nothing here knows of it yet.
    clients[0]?.io.engine.transport.close();
    for (const text of ['a', 'b', 'c']) sendToAll(sockets, saying(text));
    await eventually(() => heard.filter((words) => words.length === 3).length >= 2);
    await eventually(() => io.of('/').sockets.size === 2);
    sendToAll(sockets, saying('d'));
    await eventually(() => heard.filter((words) => words.length === 4).length === 2);
  });
});

const sendsPast = 'the compiled pass goes past the streams, and what is said to one does not';
it.runIf(compiled !== undefined)(`[LV39] ${sendsPast}`, async () => {
  sendBy(compiled);
  const [first, ...others] = await join(3);
  if (!first) throw new Error('nobody joined');
  // Of the stream of Node below the WebSocket.
  const written = ({ conn }: LiveSocket) =>
    (bareSocketOf(conn)?._socket as { bytesWritten?: number } | undefined)?.bytesWritten;
  const before = [first, ...others].map(written);
  sendToAll([first, ...others], saying('a'));
  await eventually(() => heard.every((words) => words.length === 1));
  expect([first, ...others].map(written)).toEqual(before);
  emit(first, 'b');
  await eventually(() => heard.some((words) => words.length === 2));
  expect(written(first)).toBeGreaterThan(before[0] ?? Infinity);
});

it.runIf(compiled !== undefined)('[LV39] it refuses what is none of its arguments', () => {
  const call = compiled as unknown as (...args: unknown[]) => unknown;
  const two = () => new Int32Array(2);
  const bad = [
    [],
    [two(), 2, 'text', two()],
    [two(), 3, new Uint8Array(1), two()],
    [new Float64Array(2), 2, new Uint8Array(1), two()],
  ];
  for (const args of bad) expect(() => call(...args)).toThrow(TypeError);
});
