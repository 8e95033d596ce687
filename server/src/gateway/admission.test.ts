import { afterEach, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { connectRaw, shakeHands } from './testing/raw-client.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

let node: TestGateway;
afterEach(() => node.close());

it('[LV23] a page of another origin does not get a socket', async () => {
  node = await openTestGateway();
  const own = await shakeHands(node.url, { origin: node.url });
  expect(own.status).toBe(101);
  own.client?.stream.destroy();
  const evil = await shakeHands(node.url, { origin: 'http://evil.example' });
  expect(evil.status).toBeGreaterThanOrEqual(400);
  expect(node.gateway.stats().refusedConnections).toBe(1);
});

it('[LV24] WebSocket is the only transport, with or without the last slash', async () => {
  node = await openTestGateway();
  const polling = await fetch(`${node.url}/socket.io/?EIO=4&transport=polling`);
  expect(polling.status).toBe(400);
  const bare = await shakeHands(node.url, {}, '/socket.io?EIO=4&transport=websocket');
  expect(bare.status).toBe(101);
  bare.client?.stream.destroy();
  for (const path of ['/socket.io/?EIO=4&transport=polling', '/socket.io/?EIO=4', '/socket.io/'])
    expect((await shakeHands(node.url, {}, path)).status).toBe(400);
  expect((await fetch(`${node.url}/other`)).status).toBe(404);
});

it('[LV24] a session is not taken over by whoever knows its id', async () => {
  node = await openTestGateway();
  node.boards.open('plant');
  const victim = await connectRaw(node.url);
  await eventually(() => victim.heard().includes('"sid"'));
  const sid = /"sid":"([^"]+)"/.exec(victim.heard())?.[1] ?? '';
  const path = `/socket.io/?EIO=4&transport=websocket&sid=${encodeURIComponent(sid)}`;
  const origin = 'http://evil.example';
  expect((await shakeHands(node.url, { origin }, path)).status).toBe(400);
  expect((await shakeHands(node.url, {}, path)).status).toBe(400);
  victim.say('421["watch",{"board":"plant","topics":[]}]');
  await eventually(() => victim.heard().includes('431[{"ok":true'));
  expect(victim.heard()).toContain('431[{"ok":true');
  victim.stream.destroy();
});

it('[LV25] connections are bounded, in all and by address; who leaves makes room', async () => {
  node = await openTestGateway({ limits: { maxConnections: 3 } });
  const clients = [await node.client(), await node.client(), await node.client()];
  expect((await shakeHands(node.url)).status).toBeGreaterThanOrEqual(400);
  clients[0]?.close();
  await eventually(() => node.gateway.stats().connections === 2);
  await node.client();
  expect(node.gateway.stats()).toMatchObject({ connections: 3, refusedConnections: 1 });
  await node.close();
  node = await openTestGateway({ limits: { maxConnectionsPerAddress: 1 } });
  await node.client();
  expect((await shakeHands(node.url)).status).toBeGreaterThanOrEqual(400);
});

it('[LV26] a wrong token is refused when connecting', async () => {
  node = await openTestGateway();
  const connecting = node.client({ auth: { token: 'guess' }, reconnection: false });
  await expect(connecting).rejects.toThrow('unauthorized');
  await expect(
    node.client({ extraHeaders: { authorization: 'Bearer guess' }, reconnection: false }),
  ).rejects.toThrow('unauthorized');
});

it('[LV30] closing ends every connection, also of those who do not answer, and lets nobody in', async () => {
  node = await openTestGateway({ limits: { farewellMs: 300 } });
  node.boards.open('plant');
  const client = await node.client();
  await client.watch('plant', ['feed']);
  const [deaf, silent] = [await connectRaw(node.url), await shakeHands(node.url)];
  deaf.stream.pause();
  const closing = node.gateway.close();
  expect((await shakeHands(node.url)).status).toBeGreaterThanOrEqual(400);
  await closing;
  await eventually(() => node.gateway.stats().connections === 0);
  expect(node.gateway.stats()).toMatchObject({ connections: 0, boards: 0, topics: 0 });
  // Nothing upgraded is left that would keep the HTTP server from closing.
  node.server.closeAllConnections();
  await new Promise((resolve) => node.server.close(resolve));
  silent.client?.stream.destroy();
  deaf.stream.destroy();
});

it('[LV30] clients of a node that restarts come back by themselves and go on', async () => {
  node = await openTestGateway();
  const board = node.boards.open('plant');
  const client = await node.client({ reconnectionDelay: 20, reconnectionDelayMax: 50 });
  await client.watch('plant', ['feed', 'ranking:speed']);
  const port = Number(new URL(node.url).port);
  await node.gateway.close();
  node.server.closeAllConnections();
  await new Promise((resolve) => node.server.close(resolve));
  const missed = board.post('u1', 10);
  node = await openTestGateway({ port, boards: node.boards });
  expect(await eventually(() => client.socket.connected)).toBe(true);
  const { topics } = await client.resume('plant', ['feed', 'ranking:speed']);
  expect(topics['feed']).toMatchObject({ patches: missed });
  expect(client.rows('ranking:speed')).toMatchObject({ u1: { score: '10' } });
  client.close();
});
