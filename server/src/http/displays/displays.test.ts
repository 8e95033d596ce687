import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LedgerUnavailable } from '../../ledger/ledger.ts';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import { TestServer } from '../testing/test-server.ts';

/** A ledger that reads, and takes nothing while it is told so. */
class FullLedger extends MemoryLedger {
  isFull = false;
  override append(request: Parameters<MemoryLedger['append']>[0]) {
    if (this.isFull) return Promise.reject(new LedgerUnavailable('disk full', 3));
    return super.append(request);
  }
}

const wall = 'k3v9x2m4q8w1z7t5';
let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterAll(() => server.close());

const put = (path: string, body: object, as: 'steward' | 'anonymous' = 'steward') =>
  server.board(`/works/${path}`, { method: 'PUT', body, as });
const remove = (path: string) => server.board(`/works/${path}`, { method: 'DELETE' });
const head = async () => ((await server.board('/works')).body as { seq: number }).seq;

describe('walls over HTTP', () => {
  it('[DP7] a playlist is created, changed and kept as it is; the same again adds nothing', async () => {
    const body = { name: 'Shifts', items: [{ show: { scene: 'ranking' }, daysOfWeek: [5, 1] }] };
    const created = await put('playlists/shifts', body);
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: 'shifts',
      name: 'Shifts',
      sound: false,
      items: [{ show: { scene: 'ranking' }, seconds: 12, daysOfWeek: [1, 5] }],
    });
    const before = await head();
    expect((await put('playlists/shifts', body)).status).toBe(200);
    expect(await head()).toBe(before);
    expect((await put('playlists/shifts', { ...body, sound: true })).status).toBe(200);
    expect(await head()).toBe(before + 1);
  });

  it('[DP7] a wall is named and given a playlist that exists', async () => {
    expect((await put(`displays/${wall}`, { name: 'Hall', playlist: 'none' })).body).toMatchObject({
      status: 404,
      kind: 'unknown-playlist',
      errors: [{ path: 'playlist' }],
    });
    const named = await put(`displays/${wall}`, { name: 'Hall' });
    expect([named.status, named.body]).toEqual([201, { id: wall, name: 'Hall', playlist: null }]);
    expect((await put('displays/short', { name: 'Hall' })).status).toBe(400);
    expect((await remove(`displays/${wall}`)).status).toBe(204);
    expect((await remove(`displays/${wall}`)).body).toMatchObject({ kind: 'unknown-display' });
  });

  it('[DP7] a message is said until a time and taken back', async () => {
    const until = '2026-06-30T13:00:00.000Z';
    const said = await put('messages/m1', { text: 'Meet at ten', until });
    expect(said.status).toBe(201);
    expect(said.body).toEqual({
      id: 'm1',
      text: 'Meet at ten',
      until,
      at: '2026-06-30T12:00:00.000Z',
    });
    const before = await head();
    expect((await put('messages/m1', { text: 'Meet at ten', until })).body).toEqual(said.body);
    expect(await head()).toBe(before);
    const past = await put('messages/m2', { text: 'Late', until: '2026-06-30T11:00:00Z' });
    expect([past.status, past.body]).toMatchObject([400, { errors: [{ path: 'until' }] }]);
    expect((await remove('messages/m1')).status).toBe(204);
    expect((await remove('messages/m1')).body).toMatchObject({ kind: 'unknown-message' });
  });

  it('[DP7] only stewards run walls, and of a private board nobody else learns that it is there', async () => {
    await server.openWorks('hidden', 'private');
    const body = { name: 'x', items: [{ show: { scene: 'pulse' } }] };
    expect((await put('playlists/x', body, 'anonymous')).status).toBe(401);
    const call = { method: 'PUT', body, as: 'anonymous' } as const;
    expect((await server.board('/hidden/playlists/x', call)).status).toBe(404);
  });

  it('[DP7] a playlist that is refused changes nothing and names every path', async () => {
    const before = await head();
    const refused = await put('playlists/bad', {
      name: 'Bad',
      items: [
        { show: { scene: 'ranking', metric: 'nope' } },
        { show: { scene: 'unit', unit: 'nobody' } },
      ],
    });
    expect(refused.body).toMatchObject({
      status: 404,
      kind: 'unknown-metric',
      errors: [{ path: 'items.0.show.metric' }, { path: 'items.1.show.unit' }],
    });
    expect(await head()).toBe(before);
    expect((await remove('playlists/bad')).body).toMatchObject({ kind: 'unknown-playlist' });
  });
});

describe('walls that are there', () => {
  it('[DP11] over HTTP a command says plainly what is not there, not connected or not known', async () => {
    const id = 'w4llw4llw4llw4ll';
    const command = (body: object) => server.board(`/works/displays/${id}/commands`, { body });
    expect((await command({ kind: 'identify' })).body).toMatchObject({ kind: 'unknown-display' });
    await put(`displays/${id}`, { name: 'Hall' });
    expect((await command({ kind: 'identify' })).body).toMatchObject({
      status: 409,
      kind: 'display-offline',
    });
    const show = { kind: 'show', show: { scene: 'unit', unit: 'nobody' } };
    expect((await command(show)).body).toMatchObject({
      kind: 'unknown-unit',
      errors: [{ path: 'show.unit' }],
    });
    expect((await command({ kind: 'explode' })).status).toBe(400);
  });

  it('[DP11] a command that the ledger cannot hold is not given, and one that is given stands in it', async () => {
    const ledger = new FullLedger();
    const full = await TestServer.start({}, { ledger });
    await full.openWorks();
    const socket = io(full.listening.url, { transports: ['websocket'], forceNew: true });
    const screen = { width: 1920, height: 1080 };
    await socket.emitWithAck('display', {
      ...{ board: 'works', id: wall, build: 'old', scene: 'pulse', screen },
    });
    const given: unknown[] = [];
    socket.on('command', (command: unknown, answer: (reply: object) => void) => {
      given.push(command);
      // Away as soon as the wall has done it.
      ledger.isFull = true;
      answer({ ok: true });
    });
    const command = () =>
      full.board(`/works/displays/${wall}/commands`, { body: { kind: 'identify' } });
    expect((await command()).status).toBe(200);
    expect((await command()).body).toMatchObject({ status: 503, kind: 'ledger-unavailable' });
    expect(given).toHaveLength(1);
    socket.disconnect();
    await full.close();
  });

  it('[DP9] over HTTP every wall is listed with its name, playlist and what it shows', async () => {
    const id = 'n3wn3wn3wn3wn3wn';
    const socket = io(server.listening.url, { transports: ['websocket'], forceNew: true });
    const screen = { width: 1920, height: 1080 };
    const report = { board: 'works', id, build: 'old', scene: 'pulse', screen };
    expect(await socket.emitWithAck('display', report)).toMatchObject({ ok: true });
    const { body } = await server.board('/works/displays');
    expect(body).toMatchObject({ playlists: [{ id: 'shifts' }], messages: [] });
    expect((body as { displays: object[] }).displays).toContainEqual({
      id,
      name: null,
      playlist: null,
      wall: {
        online: true,
        since: expect.any(String),
        build: 'old',
        scene: 'pulse',
        screen,
      },
    });
    socket.on('command', (_, answer) => answer({ ok: true }));
    const done = await server.board(`/works/displays/${id}/commands`, {
      body: { kind: 'show', show: { scene: 'pulse' } },
    });
    expect([done.status, done.body]).toEqual([200, { display: id, done: true }]);
    socket.disconnect();
    expect((await server.board('/works/receipts')).body).toMatchObject({ receipts: [] });
    for (const path of ['displays', 'receipts'])
      expect((await server.board(`/works/${path}`, { as: 'anonymous' })).status).toBe(401);
  });
});
