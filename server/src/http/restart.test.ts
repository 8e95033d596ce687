import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardAnswerSchema } from '@emulation/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLedger } from '../ledger/create-ledger.ts';
import { read, TestServer } from './testing/test-server.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-restart-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(env: Record<string, string> = {}): Promise<TestServer> {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const ledger = await createLedger({ dataDir: folder, databaseUrl: undefined, log });
  return TestServer.start(env, { ledger, people: { kind: 'folder', dataDir: folder } });
}

it('[HT5] a key is known after a restart, on SQLite, and the answer is the same', async () => {
  const body = { unit: 'alpha', metric: 'output', value: '12.30', note: 'once' };
  const before = await start();
  await before.openWorks();
  const first = await before.post(body, 'key-1');
  await before.post({ ...body, unit: 'beta', value: 99 }, 'key-2');
  await before.close();
  const after = await start();
  const again = await after.post(body, 'key-1');
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.text).toBe(first.text);
  expect((await after.post({ ...body, value: 1 }, 'key-1')).status).toBe(409);
  expect(read(boardAnswerSchema, await after.board('/works')).seq).toBe(9);
  await after.close();
});

it('[ID3] a session outlives a restart, as the secret is kept in the ledger', async () => {
  const before = await start({ STEWARD_TOKEN: '' });
  const opened = await before.call('/api/v1/setup', {
    body: { token: before.listening.setupToken },
    as: 'anonymous',
  });
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  await before.close();
  const after = await start({ STEWARD_TOKEN: '' });
  const session = await after.call('/api/v1/session', { as: 'anonymous', headers: { cookie } });
  expect(session.body).toMatchObject({ role: 'steward' });
  await after.close();
});
