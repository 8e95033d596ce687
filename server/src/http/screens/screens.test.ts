import { deviceCodeSchema, tokensAnswerSchema } from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
const poll = (deviceCode: string) =>
  server.call('/api/v1/device/token', { body: { device_code: deviceCode }, as: 'anonymous' });
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
  expect(given.body).toMatchObject({ token_type: 'Bearer', scope: 'read works' });
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
  const both = await Promise.all([poll(asked.device_code), poll(asked.device_code)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
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
  // For as long again: a wall hangs for years.
  expect((await session()).headers.get('set-cookie')).toBe(set);
  const { tokens } = read(tokensAnswerSchema, await server.board('/works/tokens'));
  await server.board(`/works/tokens/${tokens[0]?.id}`, { method: 'DELETE' });
  expect((await as(cookie, '/works')).status).toBe(404);
  expect((await session()).headers.get('set-cookie')).toBe(null);
});
