import {
  mappingPreviewAnswerSchema,
  mappingsAnswerSchema,
  refusedMessagesAnswerSchema,
  resultsAnswerSchema,
} from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { read, TestServer } from '../http/testing/test-server.ts';
import { LedgerUnavailable, type AppendRequest } from '../ledger/ledger.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { Broker } from './testing/broker.ts';

/** Several servers have it, one after the other; it takes nothing while its disk is full. */
class SharedLedger extends MemoryLedger {
  isFull = false;
  tries = 0;
  override async append(request: AppendRequest) {
    this.tries += 1;
    if (this.isFull) throw new LedgerUnavailable('full');
    return super.append(request);
  }
  override async close(): Promise<void> {}
}

let folder: string;
let broker: Broker;
let ledger: SharedLedger;
let server: TestServer;
const env = () => ({ DATA_DIR: folder, MQTT_URL: broker.url });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mqtt-'));
  broker = await Broker.start();
  ledger = new SharedLedger();
  server = await TestServer.start(env(), { ledger });
  await server.openWorks();
});
afterEach(async () => {
  ledger.isFull = false;
  await server.close();
  await broker.close();
  rmSync(folder, { recursive: true });
});

const counters = {
  name: 'Counters',
  filter: 'plant/+/count',
  unit: { from: 'topic', part: 1 },
  metric: { from: 'fixed', id: 'output' },
  value: '/count',
};
const put = (change: object = {}, id = 'counters') =>
  server.board(`/works/mappings/${id}`, { method: 'PUT', body: { ...counters, ...change } });
async function listen(change: object = {}): Promise<void> {
  const listening = broker.listening();
  expect((await put(change)).status).toBe(201);
  await listening;
}
const values = async () => {
  const answer = await server.board('/works/results?limit=500');
  return read(resultsAnswerSchema, answer)
    .results.map(({ unit, value }) => `${unit} ${value}`)
    .toReversed();
};
const mapping = async () =>
  read(mappingsAnswerSchema, await server.board('/works/mappings')).mappings[0];

it('[MQ1] what machines publish becomes results, by the actor of the mapping', async () => {
  await listen();
  await broker.publish('plant/alpha/count', { count: 12.5 });
  await broker.publish('plant/beta/count', { count: '13' });
  await expect.poll(values).toEqual(['alpha 12.50', 'beta 13.00']);
  expect((await server.board('/works/ledger')).text).toContain('"actor":"machine:mqtt:counters"');
  await expect.poll(async () => (await mapping())?.counts.posted).toBe(2);
  const { broker: state } = read(mappingsAnswerSchema, await server.board('/works/mappings'));
  expect(state).toMatchObject({ isConfigured: true, state: 'connected' });
});

it('[MQ2] is acknowledged when it is durable, and not while the ledger takes nothing', async () => {
  await listen();
  ledger.isFull = true;
  const before = ledger.tries;
  await broker.publish('plant/alpha/count', { count: 12 });
  await broker.publish('plant/alpha/count', { count: 13 });
  await expect.poll(() => ledger.tries - before).toBeGreaterThan(0);
  expect(broker.acknowledged).toEqual([]);
  ledger.isFull = false;
  await expect.poll(() => broker.acknowledged.length, { timeout: 5000 }).toBe(2);
  expect(await values()).toEqual(['alpha 12.00', 'alpha 13.00']);
});

it('[MQ2] [MQ3] what a killed node did not acknowledge comes again, and is posted once', async () => {
  await listen();
  await broker.publish('plant/alpha/count', { count: 11 });
  await expect.poll(values).toEqual(['alpha 11.00']);
  ledger.isFull = true;
  const before = ledger.tries;
  await broker.publish('plant/alpha/count', { count: 12 });
  await expect.poll(() => ledger.tries - before).toBeGreaterThan(0);
  await server.close();
  // While nobody listens the broker keeps it.
  await broker.publish('plant/alpha/count', { count: 13 });
  ledger.isFull = false;
  server = await TestServer.start(env(), { ledger });
  await expect
    .poll(values, { timeout: 8000 })
    .toEqual(['alpha 11.00', 'alpha 12.00', 'alpha 13.00']);
});

it('[MQ3] a repetition of the source adds nothing; equal results are two', async () => {
  await listen({ time: { pointer: '/at', as: 'iso' }, sequence: '/n' });
  const at = '2026-06-30T10:00:00Z';
  await broker.publish('plant/alpha/count', { count: 12, at, n: 1 });
  await broker.publish('plant/alpha/count', { count: 12, at, n: 1 });
  await broker.publish('plant/alpha/count', { count: 12, at, n: 2 });
  await broker.publish('plant/alpha/count', { count: 99, at, n: 2 });
  await expect
    .poll(async () => (await mapping())?.counts)
    .toMatchObject({
      posted: 2,
      repeated: 1,
      refused: 1,
    });
  expect(await values()).toEqual(['alpha 12.00', 'alpha 12.00']);
  await put({}, 'counters');
  await broker.publish('plant/beta/count', { count: 5 });
  await broker.publish('plant/beta/count', { count: 5 });
  await expect.poll(async () => (await values()).length).toBe(4);
});

it('[MQ4] of two nodes one listens, and the other goes on with its session', async () => {
  await listen();
  const other = await TestServer.start(env(), { ledger });
  await broker.publish('plant/alpha/count', { count: 1 });
  await expect.poll(values).toEqual(['alpha 1.00']);
  await server.close();
  server = other;
  await broker.publish('plant/alpha/count', { count: 2 });
  await expect.poll(values, { timeout: 8000 }).toEqual(['alpha 1.00', 'alpha 2.00']);
});

it('[MQ5] what is refused is kept with its reason and holds up nothing', async () => {
  await listen();
  await broker.publish('plant/nobody/count', { count: 1 });
  await broker.publish('plant/alpha/count', 'gibberish');
  await broker.publish('plant/alpha/count', { count: 3 });
  await expect.poll(values).toEqual(['alpha 3.00']);
  const answer = await server.board('/works/mappings/counters/refused');
  const { refused } = read(refusedMessagesAnswerSchema, answer);
  expect(refused.map(({ topic, payload, why }) => [topic, payload, why])).toEqual([
    ['plant/alpha/count', 'gibberish', 'value: nothing stands at /count'],
    ['plant/nobody/count', '{"count":1}', 'unit: no unit "nobody"'],
  ]);
});

it('[MQ6] the preview says what arrives and what it would become, and posts nothing', async () => {
  await broker.publish('plant/alpha/count', { count: 7 }, true);
  await broker.publish('plant/nobody/count', { count: 8 }, true);
  const answer = await server.board('/works/mappings/preview', { body: counters });
  const { messages } = read(mappingPreviewAnswerSchema, answer);
  expect(messages.toSorted((a, b) => a.topic.localeCompare(b.topic))).toMatchObject([
    {
      topic: 'plant/alpha/count',
      payload: '{"count":7}',
      isRetained: true,
      becomes: [{ unit: 'alpha', metric: 'output' }],
    },
    { topic: 'plant/nobody/count', becomes: [{ problem: { path: 'unit' } }] },
  ]);
  expect(await values()).toEqual([]);
});

it('[MQ7] what is wrong is named by its path, and a missing or silent broker is told', async () => {
  const path = async (change: object) => {
    const { status, body } = await put(change);
    return [status, (body as { errors: { path: string }[] }).errors[0]?.path];
  };
  expect(await path({ filter: 'plant/#/count' })).toEqual([400, 'filter']);
  expect(await path({ filter: '$SYS/#' })).toEqual([400, 'filter']);
  expect(await path({ value: 'count' })).toEqual([400, 'value']);
  expect(await path({ unit: { from: 'fixed', id: 'A B' } })).toEqual([400, 'unit.id']);
  expect(await path({ names: { x: 'Not An Id' } })).toEqual([400, 'names.x']);
  const none = await TestServer.start({ DATA_DIR: folder, MQTT_URL: '' }, { ledger });
  const preview = await none.board('/works/mappings/preview', { body: counters });
  expect([preview.status, (preview.body as { kind: string }).kind]).toEqual([409, 'no-broker']);
  await none.close();
  const away = { DATA_DIR: folder, MQTT_URL: 'mqtt://127.0.0.1:1' };
  const silent = await TestServer.start(away, { ledger });
  const refused = await silent.board('/works/mappings/preview', { body: counters });
  expect([refused.status, (refused.body as { kind: string }).kind]).toEqual([504, 'broker-silent']);
  await silent.close();
});
