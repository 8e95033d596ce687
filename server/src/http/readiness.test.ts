import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { PostgresLedger } from '../ledger/postgres/postgres-ledger.ts';
import { createProxy } from '../ledger/testing/postgres-proxy.ts';
import { createSchema, databaseUrl, quietLog } from '../ledger/testing/stores.ts';
import { TestServer, type Answered } from './testing/test-server.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

/** Asks until the answer has the status; vitest's own deadline ends what never comes. */
async function until(status: number, ask: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const answer = await ask();
    if (answer.status === status) return answer;
    await sleep(20);
  }
}

it('[CF6] without PostgreSQL it is not ready and says why, goes on reading, and is ready again', async () => {
  const { url, clean } = await createSchema();
  cleaning.push(clean);
  const proxy = await createProxy(new URL(databaseUrl()));
  cleaning.push(() => proxy.close());
  const ledger = await PostgresLedger.open({ url: proxy.through(url), log: quietLog });
  const server = await TestServer.start({}, { ledger });
  cleaning.push(() => server.close());
  await server.openWorks();
  const ready = () => server.call('/readyz', { as: 'anonymous' });
  const post = (key: string) => server.post({ unit: 'alpha', metric: 'output', value: 1 }, key);
  expect((await ready()).body).toEqual({ status: 'ready' });

  proxy.cut();
  const away = await until(503, ready);
  expect(away.body).toEqual({
    status: 'not-ready',
    reasons: [expect.stringMatching(/^the ledger: \S/)],
  });
  expect(away.headers.get('retry-after')).toBe('2');
  // A reason is for everyone who asks: it names no user, host or password.
  const { username, password } = new URL(url);
  for (const secret of [username, password].filter((text) => text.length > 3))
    expect(away.text).not.toContain(secret);
  const refused = await post('during');
  expect(refused).toMatchObject({ status: 503, body: { kind: expect.any(String) } });
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  expect((await server.board('/works/rankings?metric=output')).status).toBe(200);
  expect((await server.call('/healthz')).status).toBe(200);

  proxy.mend();
  expect((await until(200, ready)).body).toEqual({ status: 'ready' });
  expect((await until(201, () => post('during'))).status).toBe(201);
  expect((await post('during')).status).toBe(200);
});

it('[CF10] a node that is to leave says so first, and serves on without keeping a connection', async () => {
  const server = await TestServer.start({ LEAVE_SECONDS: '2' });
  await server.openWorks();
  const ready = () => server.call('/readyz', { as: 'anonymous' });
  expect((await ready()).headers.get('connection')).not.toBe('close');

  const closed = server.close();
  const leaving = await until(503, ready);
  expect(leaving.body).toEqual({ status: 'not-ready', reasons: ['this node leaves'] });
  const posted = await server.post({ unit: 'alpha', metric: 'output', value: 1 }, 'leaving');
  expect(posted.status).toBe(201);
  expect(posted.headers.get('connection')).toBe('close');
  await closed;
  await expect(ready()).rejects.toThrow('fetch failed');
});
