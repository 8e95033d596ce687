import { deviceCodeSchema, tokensAnswerSchema } from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LiveClient } from '../../gateway/testing/live-client.ts';
import { comeIn } from '../people/testing/comers.ts';
import { read, TestServer } from '../testing/test-server.ts';

let folder: string;
let server: TestServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'screens-'));
  server = await TestServer.start({ DATA_DIR: folder });
  await server.openWorks('works', 'private');
  await server.openWorks('other', 'private');
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const ask = async (board = 'works') => {
  const call = { body: { board, display: 'a'.repeat(32) }, as: 'anonymous' } as const;
  return read(deviceCodeSchema, await server.call('/api/v1/device/code', call));
};
const pollNow = (deviceCode: string) =>
  server.call('/api/v1/device/token', { body: { device_code: deviceCode }, as: 'anonymous' });
/** As often as a display may ask. */
const poll = (deviceCode: string) => (server.clock.advance(3_000), pollNow(deviceCode));
const decide = (code: string, body: object, board = 'works') =>
  server.board(`/${board}/screens/${code}`, { body });
const approve = { decision: 'approve', name: 'Hall 3' };
const as = (headers: Record<string, string>, path: string, body?: object) =>
  server.board(path, { as: 'anonymous', headers, ...(body ? { body } : {}) });
const errorOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { error?: string }).error,
];

it('[SN1] a display shows a code, a steward admits it, and it reads its board and writes nothing', async () => {
  const asked = await ask();
  expect(asked).toMatchObject({ expires_in: 600, interval: 3 });
  expect(asked.user_code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
  expect(asked.verification_uri_complete).toContain(`/b/works/walls?code=${asked.user_code}`);
  expect(errorOf(await poll(asked.device_code))).toEqual([400, 'authorization_pending']);
  const typed = asked.user_code.toLowerCase().replace('-', '');
  const shown = await server.board(`/works/screens/${typed}`);
  expect(shown.body).toMatchObject({ board: 'works', display: 'a'.repeat(32) });
  expect(shown.text).not.toContain('hash');
  expect((await decide(typed, { decision: 'approve' })).status).toBe(400);
  expect((await decide(typed, approve)).status).toBe(204);
  const given = await poll(asked.device_code);
  expect(given.body).toMatchObject({ token_type: 'Bearer', scope: 'read works', board: 'works' });
  const { access_token: token } = given.body as { access_token: string };
  const bearer = { authorization: `Bearer ${token}` };
  expect((await as(bearer, '/works')).status).toBe(200);
  expect((await as(bearer, '/other')).status).toBe(404);
  const result = { unit: 'alpha', metric: 'output', value: 1 };
  expect((await as(bearer, '/works/results', result)).status).toBe(403);
  expect((await as(bearer, '/works/displays')).status).toBe(403);
  const { tokens } = read(tokensAnswerSchema, await server.board('/works/tokens'));
  expect(tokens).toMatchObject([{ name: 'Hall 3', right: 'screen', display: 'a'.repeat(32) }]);
});

it('[SN2] a code lives ten minutes, is of its board, decided on once, and its token given once', async () => {
  const old = await ask();
  server.clock.advance(600_000);
  expect((await decide(old.user_code, approve)).status).toBe(404);
  expect(errorOf(await poll(old.device_code))).toEqual([400, 'expired_token']);
  const asked = await ask();
  expect((await decide(asked.user_code, approve, 'other')).status).toBe(404);
  expect((await decide(asked.user_code, approve)).status).toBe(204);
  expect((await decide(asked.user_code, { decision: 'deny' })).status).toBe(404);
  expect(errorOf(await poll(`${asked.user_code}.guess`))).toEqual([400, 'expired_token']);
  expect((await poll(asked.device_code)).status).toBe(200);
  expect(errorOf(await poll(asked.device_code))).toEqual([400, 'expired_token']);
  const refused = await ask();
  await decide(refused.user_code, { decision: 'deny' });
  expect(errorOf(await poll(refused.device_code))).toEqual([400, 'access_denied']);
});

it('[SN3] after five codes that are none the address waits, also with a right one', async () => {
  const asked = await ask();
  for (let guess = 0; guess < 5; guess++)
    expect((await server.board('/works/screens/BBBB-BBBB')).status).toBe(404);
  const waits = await server.board(`/works/screens/${asked.user_code}`);
  expect(waits.status).toBe(429);
  expect(Number(waits.headers.get('retry-after'))).toBeGreaterThan(0);
  server.clock.advance(599_000);
  expect((await server.board('/works/screens/BBBB-BBBB')).status).toBe(429);
  server.clock.advance(1_000);
  expect((await server.board('/works/screens/BBBB-BBBB')).status).toBe(404);
});

it('[SN4] a display is known again by its cookie until it is revoked; then it is nobody', async () => {
  const asked = await ask();
  await decide(asked.user_code, approve);
  const given = await poll(asked.device_code);
  const set = given.headers.get('set-cookie') ?? '';
  expect(set).toMatch(/^board_screen=.*HttpOnly; SameSite=Lax/);
  const cookie = { cookie: set.split(';')[0] ?? '' };
  expect((await as(cookie, '/works')).status).toBe(200);
  const session = () => server.call('/api/v1/session', { as: 'anonymous', headers: cookie });
  expect((await session()).body).toMatchObject({ role: 'anonymous', display: { board: 'works' } });
  // For as long again: a wall hangs for years.
  expect((await session()).headers.get('set-cookie')).toBe(set);
  const { tokens } = read(tokensAnswerSchema, await server.board('/works/tokens'));
  await server.board(`/works/tokens/${tokens[0]?.id}`, { method: 'DELETE' });
  expect((await as(cookie, '/works')).status).toBe(404);
  expect((await session()).headers.get('set-cookie')).toBe(null);
});

it('[SN5] a display that asks faster than it was told is told to slow down, and admitted all the same', async () => {
  const asked = await ask();
  expect(errorOf(await pollNow(asked.device_code))).toEqual([400, 'authorization_pending']);
  server.clock.advance(2_999);
  expect(errorOf(await pollNow(asked.device_code))).toEqual([400, 'slow_down']);
  server.clock.advance(2_999);
  expect(errorOf(await pollNow(asked.device_code))).toEqual([400, 'slow_down']);
  expect(errorOf(await poll(asked.device_code))).toEqual([400, 'authorization_pending']);
  await decide(asked.user_code, approve);
  expect(errorOf(await pollNow(asked.device_code))).toEqual([400, 'slow_down']);
  expect((await poll(asked.device_code)).status).toBe(200);
});

it('[SN6] a revoked display falls silent within two seconds and cannot come back', async () => {
  const asked = await ask();
  await decide(asked.user_code, approve);
  const cookie = (await poll(asked.device_code)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const options = { extraHeaders: { cookie } };
  const live = await new LiveClient(server.listening.url, options).connected();
  expect(await live.watch('works', ['feed'])).toMatchObject({ ok: true });
  const { tokens } = read(tokensAnswerSchema, await server.board('/works/tokens'));
  await server.board(`/works/tokens/${tokens[0]?.id}`, { method: 'DELETE' });
  await expect.poll(() => live.socket.connected, { timeout: 2_000 }).toBe(false);
  await server.post({ unit: 'alpha', metric: 'output', value: 1 });
  expect(live.happenings).toEqual([]);
  live.socket.connect();
  await live.connected();
  await expect(live.watch('works', ['feed'])).rejects.toThrow('not-found');
  live.socket.disconnect();
});

it('[SN7] codes that nobody asks about any more are cleared from the shelf', async () => {
  const codes = () => {
    const shelf = new DatabaseSync(join(folder, 'machines.sqlite'), { readOnly: true });
    const rows = shelf.prepare("SELECT id FROM shelf WHERE kind = 'screen-code'").all();
    shelf.close();
    return rows.map(({ id }) => id);
  };
  await ask();
  await ask();
  server.clock.advance(600_000);
  const { user_code: last } = await ask();
  expect(codes()).toEqual([last]);
});

it('[SN8] without a board a display is shown by the steward who has its code, on the board of that one', async () => {
  const body = { screen: { width: 1920, height: 1080 } };
  const call = { body, as: 'anonymous' } as const;
  const asked = read(deviceCodeSchema, await server.call('/api/v1/device/code', call));
  expect(asked.verification_uri_complete).toMatch(/[^/]\/walls\?code=/);
  const shown = await server.board(`/other/screens/${asked.user_code}`);
  expect(shown.body).toMatchObject(body);
  expect(shown.body).not.toHaveProperty('board');
  await decide(asked.user_code, approve, 'other');
  expect((await server.board(`/works/screens/${asked.user_code}`)).status).toBe(404);
  expect((await poll(asked.device_code)).body).toMatchObject({ board: 'other' });
});

it('[SN10] whoever is signed in in a browser that is admitted is signed out, and it is the display', async () => {
  const session = await comeIn(server, { role: 'spectator' }, { board: 'other' });
  const asked = await ask();
  await decide(asked.user_code, approve);
  server.clock.advance(3_000);
  const given = await server.call('/api/v1/device/token', {
    ...{ body: { device_code: asked.device_code }, as: 'anonymous', headers: { cookie: session } },
  });
  expect(given.status).toBe(200);
  const jar = new Map([session.split('=', 2) as [string, string]]);
  for (const set of given.headers.getSetCookie()) {
    const [name = '', value = ''] = set.split(';')[0]?.split('=', 2) ?? [];
    if (/max-age=0/i.test(set)) jar.delete(name);
    else jar.set(name, value);
  }
  expect([...jar.keys()]).toEqual(['board_screen']);
  const cookie = { cookie: `board_screen=${jar.get('board_screen')}` };
  expect((await as(cookie, '/works')).status).toBe(200);
  expect((await as({ cookie: session }, '/other')).status).toBe(404);
});

it('[SN9] it has the name and playlist that the steward chose, and one token however often it is admitted', async () => {
  const playlist = { name: 'Shifts', items: [{ show: { scene: 'ranking' } }] };
  await server.board('/works/playlists/shifts', { method: 'PUT', body: playlist });
  const first = await ask();
  const wrong = await decide(first.user_code, { ...approve, playlist: 'nothing' });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('"path":"playlist"')]);
  await decide(first.user_code, { ...approve, playlist: 'shifts' });
  await poll(first.device_code);
  const displays = async () => (await server.board('/works/displays')).body;
  const wall = { id: 'a'.repeat(32), name: 'Hall 3', playlist: 'shifts' };
  expect(await displays()).toMatchObject({ displays: [wall] });
  const again = await ask();
  await decide(again.user_code, { decision: 'approve', name: 'Hall 4' });
  await poll(again.device_code);
  expect(await displays()).toMatchObject({ displays: [{ ...wall, name: 'Hall 4' }] });
  const { tokens } = read(tokensAnswerSchema, await server.board('/works/tokens'));
  expect(tokens.map(({ name }) => name)).toEqual(['Hall 4']);
});
