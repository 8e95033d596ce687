import {
  boardsAnswerSchema,
  batchAnswerSchema,
  tokenMadeAnswerSchema,
  tokensAnswerSchema,
} from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LiveClient } from '../../gateway/testing/live-client.ts';
import { read, TestServer, type Call } from '../testing/test-server.ts';

let folder: string;
let server: TestServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokens-'));
  server = await TestServer.start({ DATA_DIR: folder });
  await server.openWorks('works', 'private');
  await server.openWorks('other');
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const make = async (body: object, board = 'works') =>
  read(tokenMadeAnswerSchema, await server.board(`/${board}/tokens`, { body }));
const list = async () => read(tokensAnswerSchema, await server.board('/works/tokens')).tokens;
const by = (secret: string, path: string, call: Call = {}) =>
  server.board(path, { ...call, as: 'anonymous', headers: { authorization: `Bearer ${secret}` } });
const result = { unit: 'alpha', metric: 'output', value: 12 };

it('[MT1] a token reads its board and nothing of any other, and does what its right allows', async () => {
  const { secret } = await make({ name: 'Reader', right: 'read' });
  expect((await by(secret, '/works')).status).toBe(200);
  const unknown = await by(secret, '/nothing');
  for (const path of ['/other', '/other/feed']) {
    const hidden = await by(secret, path);
    expect([hidden.status, hidden.text]).toEqual([404, unknown.text]);
  }
  const { boards } = read(boardsAnswerSchema, await by(secret, ''));
  expect(boards.map(({ id }) => id)).toEqual(['works']);
  const refused: [string, Call][] = [
    ['/works/results', { body: result }],
    ['/works/tokens', {}],
    ['/works/webhooks', {}],
    ['/works/ledger', {}],
    ['/works/displays', {}],
    ['/works/units/alpha', { method: 'PUT', body: { name: 'A', sector: 'north' } }],
    ['', { body: { id: 'mine', name: 'M', timeZone: 'UTC', visibility: 'public' } }],
  ];
  for (const [path, call] of refused) expect((await by(secret, path, call)).status, path).toBe(403);
});

it('[MT2] a posting token posts for its units and metrics, alone and in a batch', async () => {
  const terms = { name: 'Press', right: 'post', units: ['alpha'], metrics: ['output'] };
  const { secret, token } = await make(terms);
  expect((await by(secret, '/works/results', { body: result })).status).toBe(201);
  const other = { ...result, unit: 'beta' };
  expect((await by(secret, '/works/results', { body: other })).status).toBe(403);
  const results = [result, other].map((one, at) => ({ ...one, idempotencyKey: `k${at}` }));
  const batch = read(
    batchAnswerSchema,
    await by(secret, '/works/results/batch', { body: { results } }),
  );
  expect(batch.results.map(({ status }) => status)).toEqual([201, 403]);
  expect((await server.board('/works/ledger')).text).toContain(`"actor":"machine:${token.id}"`);
});

it('[MT3] its secret is told once and kept as a hash; use and expiry are listed', async () => {
  const { secret, token } = await make({ name: 'Reader', right: 'read', days: 1 });
  const part = secret.split('~').at(-1) ?? '';
  for (const path of ['/works/tokens', '/works/ledger'])
    expect((await server.board(path)).text).not.toContain(part);
  await by(secret, '/works');
  await expect.poll(async () => (await list())[0]?.lastUsedAt).toBe('2026-06-30T12:00:00.000Z');
  expect((await list())[0]).toMatchObject({ id: token.id, name: 'Reader', right: 'read' });
  server.clock.advance(24 * 3_600_000);
  expect((await by(secret, '/works')).status).toBe(401);
});

it('[MT4] once revoked it is unknown, and its live connection falls silent within two seconds', async () => {
  const { secret, token } = await make({ name: 'Reader', right: 'read' });
  const live = await new LiveClient(server.listening.url, { auth: { token: secret } }).connected();
  expect(await live.watch('works', ['feed'])).toMatchObject({ ok: true });
  const revoked = await server.board(`/works/tokens/${token.id}`, { method: 'DELETE' });
  expect(revoked.status).toBe(204);
  expect((await by(secret, '/works')).status).toBe(401);
  await expect.poll(() => live.socket.connected, { timeout: 2000 }).toBe(false);
  const before = live.happenings.length;
  await server.post(result);
  expect(live.happenings).toHaveLength(before);
  live.socket.disconnect();
  expect(await list()).toEqual([]);
  const again = await server.board(`/works/tokens/${token.id}`, { method: 'DELETE' });
  expect(again.status).toBe(404);
});

it('[MT5] what is wrong is named by its path, and nobody sets what is not theirs to set', async () => {
  const path = async (body: object) => {
    const answer = await server.board('/works/tokens', { body });
    return [answer.status, (answer.body as { errors?: { path: string }[] }).errors?.[0]?.path];
  };
  const good = { name: 'A', right: 'read' };
  expect(await path({ ...good, right: 'screen' })).toEqual([400, 'right']);
  expect(await path({ ...good, units: ['nobody'] })).toEqual([400, 'units.0']);
  expect(await path({ ...good, metrics: ['nothing'] })).toEqual([400, 'metrics.0']);
  expect(await path({ ...good, days: 0 })).toEqual([400, 'days']);
  expect(await path({ ...good, hash: 'x' })).toEqual([400, 'hash']);
});

it('[MT6] the list says who made each, is of machines or of displays alone, and is a file as well', async () => {
  await make({ name: '=Press', right: 'post', units: ['alpha'], days: 7 });
  expect((await list())[0]).toMatchObject({ madeBy: { actor: 'steward:token' } });
  expect((await server.board('/works/tokens?of=screens')).body).toMatchObject({ tokens: [] });
  expect((await server.board('/works/tokens?of=all')).status).toBe(400);
  const { text } = await server.board('/works/tokens.csv?of=machines');
  expect(text).toMatch(
    /^id,name,right,units,metrics,made_at,made_by,expires_at,last_used_at,display/,
  );
  expect(text).toContain(",'=Press,post,alpha,,2026-06-30T");
  expect(text).not.toContain('t~works~');
  const stranger = await server.board('/works/tokens.csv', { as: 'anonymous' });
  expect(stranger.status).toBe(404);
});
