import { accountAnswerSchema, auditAnswerSchema, devicesAnswerSchema } from '@emulation/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LedgerUnavailable } from '../../ledger/ledger.ts';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import { read, TestServer, type Call } from '../testing/test-server.ts';
import { comeIn, cookieOf } from './testing/comers.ts';

/** A ledger that reads, and takes nothing while it is told so. */
class FullLedger extends MemoryLedger {
  isFull = false;
  override append(request: Parameters<MemoryLedger['append']>[0]) {
    if (this.isFull) return Promise.reject(new LedgerUnavailable('disk full', 3));
    return super.append(request);
  }
}

const ledger = new FullLedger();
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({}, { ledger });
  await server.openWorks();
  await server.openWorks('other');
});
afterAll(() => server.close());

const agent = 'The phone of the shift';
const call = (cookie: string, path: string, more: Call = {}) =>
  server.call(`/api/v1${path}`, {
    ...more,
    as: 'anonymous',
    headers: { cookie, 'user-agent': agent },
  });
const rowsOf = async (board: string) =>
  read(auditAnswerSchema, await server.board(`/${board}/audit?kind=desk`)).rows.toReversed();
const put = (cookie: string, path: string, body: object) =>
  call(cookie, path, { method: 'PUT', body });
const end = (cookie: string, path: string) => call(cookie, path, { method: 'DELETE' });

it('[AU9] what people do to the own account stands on each of their boards, with where it was done', async () => {
  const cookie = await comeIn(server, { role: 'leader', units: ['alpha'] }, { name: 'Ann' });
  const password = { signInName: 'ann', password: 'correct horse' };
  expect((await put(cookie, '/account', { name: 'Ann' })).status).toBe(200);
  expect((await put(cookie, '/account', { name: 'Anna' })).status).toBe(200);
  expect((await put(cookie, '/account/password', { ...password, password: 'short' })).status).toBe(
    400,
  );
  expect((await put(cookie, '/account/password', password)).status).toBe(200);
  const refused = { ...password, current: 'wrong horse' };
  expect((await put(cookie, '/account/password', refused)).status).toBe(401);
  const wayIn = { body: { name: 'ann', password: 'correct horse' }, as: 'anonymous' } as const;
  const second = cookieOf(await server.call('/api/v1/sign-in', wayIn));
  const { devices } = read(devicesAnswerSchema, await call(cookie, '/account/devices'));
  const other = devices.find(({ current }) => !current)?.id ?? '';
  expect((await end(cookie, `/account/devices/${other}`)).status).toBe(204);
  expect((await call(second, '/account')).status).toBe(401);
  expect((await end(cookie, '/account/devices/nothing')).status).toBe(404);
  expect((await end(cookie, '/account/devices')).status).toBe(204);

  const rows = await rowsOf('works');
  expect(rows.map(({ fact: { type: _, ...act } }) => act)).toEqual([
    { act: 'own-name-changed' },
    { act: 'own-password-set' },
    { act: 'own-device-signed-out', id: other },
    { act: 'own-devices-signed-out' },
  ]);
  for (const row of rows) expect(row).toMatchObject({ name: 'Anna', address: '127.0.0.1', agent });
  expect(rows[0]?.actor).toMatch(/^leader:/);
  expect(JSON.stringify(rows.map(({ fact }) => fact))).not.toMatch(/Ann|horse/i);
  expect(await rowsOf('other')).toEqual([]);
});

it('[AU9] who looks after the whole server acts on every board', async () => {
  const alone = await TestServer.start({ STEWARD_TOKEN: '' });
  const body = { token: alone.listening.setupToken, name: 'Ann' };
  const cookie = cookieOf(await alone.call('/api/v1/setup', { body, as: 'anonymous' }));
  const ask = (path: string, method: string, sent?: object) =>
    alone.call(`/api/v1${path}`, {
      ...{ method, as: 'anonymous', headers: { cookie } },
      ...(sent ? { body: sent } : {}),
    });
  for (const id of ['works', 'office'])
    await ask('/boards', 'POST', { id, name: id, timeZone: 'UTC', visibility: 'private' });
  await ask('/account', 'PUT', { name: 'Anna' });
  for (const id of ['works', 'office']) {
    const { rows } = read(auditAnswerSchema, await ask(`/boards/${id}/audit?kind=desk`, 'GET'));
    expect(rows).toMatchObject([{ fact: { act: 'own-name-changed' }, name: 'Anna' }]);
  }
  await alone.close();
});

it('[AU9] a phone is signed out also while the ledger takes nothing', async () => {
  const cookie = await comeIn(server, { role: 'leader', units: ['alpha'] }, { name: 'Bob' });
  const before = (await rowsOf('works')).length;
  ledger.isFull = true;
  expect((await put(cookie, '/account', { name: 'Rob' })).status).toBe(200);
  expect(read(accountAnswerSchema, await call(cookie, '/account')).name).toBe('Rob');
  expect((await end(cookie, '/account/devices')).status).toBe(204);
  ledger.isFull = false;
  expect((await call(cookie, '/account')).status).toBe(401);
  expect(await rowsOf('works')).toHaveLength(before);
});
