import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { follow } from '@emulation/client-sdk';
import type { Hello, ProtocolRefusal, WatchRequest } from '@emulation/shared';
import { Server } from 'socket.io';
import { afterEach, expect, it, vi } from 'vitest';
import { TestServer } from '../http/testing/test-server.ts';
import { eventually } from './testing/eventually.ts';
import { LiveClient } from './testing/live-client.ts';
import { shakeHands } from './testing/raw-client.ts';
import { recordedClient } from './testing/recorded-client.ts';
import { openTestGateway } from './testing/test-gateway.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const board = 'works';
const topics = ['feed', 'ranking:output'];

async function openWorks(): Promise<TestServer> {
  const server = await TestServer.start();
  closing.push(() => server.close());
  await server.openWorks();
  return server;
}

it('[LV37] a recorded client that names no version is served as ever', async () => {
  const server = await openWorks();
  const { client } = await shakeHands(server.listening.url, {}, recordedClient.path);
  const heard = () => client?.heard() ?? '';
  const [connect = '', ...watch] = recordedClient.frames;
  client?.say(connect);
  await eventually(() => heard().includes('40{"sid"'));
  for (const frame of watch) client?.say(frame);
  await eventually(() => heard().includes('430[{"ok":true'));
  await server.post({ unit: 'alpha', metric: 'output', value: 12 });
  await eventually(() => heard().includes('"patch"') && heard().includes('"happening"'));
  expect(heard()).toMatch(/42\["patch",\{"board":"works"/);
  expect(heard()).toMatch(/42\["happening",\{"board":"works"/);
  expect(heard()).not.toContain('"hello"');
});

it('[LV37] a client that names its version is told which ones the server speaks', async () => {
  const server = await openWorks();
  for (const protocol of [1, 2]) {
    const client = new LiveClient(server.listening.url, { auth: { protocol } });
    closing.push(() => client.close());
    const hello = new Promise<Hello>((resolve) => client.socket.once('hello', resolve));
    expect(await hello).toEqual({ protocol: 1, oldest: 1 });
    expect(await client.watch(board, topics)).toMatchObject({ ok: true });
  }
});

it.each([
  [undefined, /^protocol 1 is no longer spoken here, 2 to 3 are/],
  [1, /^protocol 1 is no longer spoken here, 2 to 3 are/],
  ['2', /^auth\.protocol: /],
  [0, /^auth\.protocol: /],
])('[LV38] a client that says %s is refused in words by a server of 2 and 3', async (said, why) => {
  const gateway = await openTestGateway({ protocols: { newest: 3, oldest: 2 } });
  closing.push(() => gateway.close());
  const auth = said === undefined ? {} : { protocol: said };
  const client = new LiveClient(gateway.url, { auth, reconnection: false });
  closing.push(() => client.close());
  await expect(client.connected()).rejects.toMatchObject({
    message: 'protocol',
    data: { kind: 'protocol', protocol: 3, oldest: 2, detail: expect.stringMatching(why) },
  });
});

it('[SY16] a client follows a server that names no version', async () => {
  const http = createServer();
  // As servers answered before they said `hello`.
  const io = new Server(http, { transports: ['websocket'] });
  closing.push(() => io.close());
  io.on('connection', (socket) => {
    socket.on('watch', (request: WatchRequest, answer: (reply: object) => void) => {
      const part = { seq: 3, snapshot: { rows: { alpha: { place: 1 } } } };
      const answers = Object.fromEntries(request.topics.map((topic) => [topic, part]));
      answer({ ok: true, epoch: 'e', seq: 3, topics: answers });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  // It listens on TCP.
  const { port } = http.address() as AddressInfo;
  const told = vi.fn<() => void>();
  const origin = `http://127.0.0.1:${port}`;
  const followed = follow({ origin, board, topics: ['ranking:output'] }, { topic: told });
  closing.push(() => followed.close());
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000);
  expect(told).toHaveBeenCalledWith('ranking:output', new Map([['alpha', { place: 1 }]]), 'ready');
});

it('[SY16] a client that is too old for a server says so to whoever listens', async () => {
  const port = await openTestGateway({ protocols: { newest: 3, oldest: 2 } });
  closing.push(() => port.close());
  const outdated = vi.fn<(refusal: ProtocolRefusal) => void>();
  const followed = follow({ origin: port.url, board, topics: ['feed'] }, { outdated });
  closing.push(() => followed.close());
  await vi.waitFor(() => expect(outdated).toHaveBeenCalled(), 10_000);
  expect(outdated.mock.calls[0]?.[0]).toMatchObject({ kind: 'protocol', oldest: 2 });
});
