import { membersAnswerSchema, type WatchAnswer } from '@emulation/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LiveClient } from '../../gateway/testing/live-client.ts';
import { read, TestServer } from '../testing/test-server.ts';
import { comeIn } from './testing/comers.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks('secret', 'private');
});
afterAll(() => server.close());

const clientOf = (cookie: string) =>
  new LiveClient(server.listening.url, {
    extraHeaders: { cookie },
    reconnection: false,
  }).connected();

const watch = (client: LiveClient) =>
  client.ask('watch', { board: 'secret', topics: ['board'] }) as Promise<WatchAnswer>;

async function personOf(name: string): Promise<string> {
  const { people } = read(membersAnswerSchema, await server.board('/secret/people'));
  return people.find((one) => one.name === name)?.person ?? '';
}

const fallenSilent = (client: LiveClient) =>
  new Promise<number>((resolve) => {
    const since = performance.now();
    client.socket.once('disconnect', () => resolve(performance.now() - since));
  });

it('[ID10] the sockets of a session fall silent when it is ended', async () => {
  const cookie = await comeIn(server, { role: 'spectator' }, { board: 'secret', name: 'Ava' });
  const client = await clientOf(cookie);
  expect(await watch(client)).toMatchObject({ ok: true });
  const silent = fallenSilent(client);
  const path = `/secret/people/${await personOf('Ava')}/devices`;
  expect((await server.board(path, { method: 'DELETE' })).status).toBe(204);
  expect(await silent).toBeLessThan(2000);
  const again = await clientOf(cookie);
  expect(await watch(again)).toMatchObject({ ok: false, kind: 'not-found' });
  again.close();
});

it('[ID9] the sockets of somebody taken off a private board fall silent', async () => {
  const cookie = await comeIn(server, { role: 'spectator' }, { board: 'secret', name: 'Ben' });
  const client = await clientOf(cookie);
  expect(await watch(client)).toMatchObject({ ok: true });
  const silent = fallenSilent(client);
  const path = `/secret/people/${await personOf('Ben')}`;
  expect((await server.board(path, { method: 'DELETE' })).status).toBe(204);
  expect(await silent).toBeLessThan(2000);
});
