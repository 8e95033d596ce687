import {
  boardAnswerSchema,
  deliveriesAnswerSchema,
  webhookPutAnswerSchema,
  webhooksAnswerSchema,
} from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, TestServer } from '../http/testing/test-server.ts';
import { createLedger } from '../ledger/create-ledger.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { Receiver } from './testing/receiver.ts';

let folder: string;
let server: TestServer;
let receiver: Receiver;
let url: string;
const env = () => ({ DATA_DIR: folder, WEBHOOK_RANGES: '127.0.0.0/8' });

/** Two servers have it: the first to end does not end it. */
class SharedLedger extends MemoryLedger {
  override async close(): Promise<void> {}
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'webhooks-'));
  receiver = new Receiver();
  url = await receiver.start();
  server = await TestServer.start(env());
  await server.openWorks();
});
afterEach(async () => {
  await server.close();
  await receiver.stop();
  rmSync(folder, { recursive: true });
});

const hook = (change: object = {}) => ({
  name: 'Hall',
  kinds: ['record'],
  format: 'json',
  ...change,
});
const put = (change: object = {}, id = 'hall') =>
  server.board(`/works/webhooks/${id}`, { method: 'PUT', body: hook(change) });
const create = async (change: object = {}) =>
  read(webhookPutAnswerSchema, await put({ url, ...change }));
const state = async () =>
  read(webhooksAnswerSchema, await server.board('/works/webhooks')).webhooks[0];
const log = async () =>
  read(deliveriesAnswerSchema, await server.board('/works/webhooks/hall/deliveries')).deliveries;
const post = (value: number, unit = 'alpha') => server.post({ unit, metric: 'output', value });
async function received(count: number): Promise<void> {
  await expect.poll(() => receiver.received.length, { timeout: 8000 }).toBe(count);
}

describe('telling', () => {
  it('[WH1] is signed as Standard Webhooks say, with an id that is made of the happening’s place', async () => {
    const { secret = '' } = await create();
    await post(12);
    await received(3);
    for (const { headers, text } of receiver.received) {
      const given = headers as Record<string, string>;
      // The clock of the test stands elsewhere than the verifier's.
      const at = Number(given['webhook-timestamp']) * 1000;
      expect(at).toBe(server.clock.now());
      const verifier = new Verifier(secret);
      const again = verifier.sign(given['webhook-id'] ?? '', new Date(at), text);
      expect(given['webhook-signature']).toBe(again);
    }
    const { epoch, seq } = read(boardAnswerSchema, await server.board('/works'));
    expect(receiver.ids()).toEqual([1, 2, 3].map((n) => `works:${epoch}:${seq}:${n}`));
    expect(receiver.received[0]?.body).toMatchObject({
      type: 'record',
      board: { id: 'works', name: 'Works' },
      text: 'Output · alpha set the first board record: 12.00 t.',
      data: { kind: 'record', scope: 'board', value: '12.00' },
    });
  });

  it('[WH2] tells the kinds that were chosen, in order, from its making on', async () => {
    await post(10);
    await create({ kinds: ['new-leader'] });
    await post(11);
    await post(12, 'beta');
    await post(13, 'gamma');
    await received(2);
    expect(receiver.received.map(({ body }) => body.type)).toEqual(['new-leader', 'new-leader']);
    expect((await state())?.waiting).toBe(0);
  });

  it('[WH3] what fails is tried again, later and later; nothing is lost or passes it by', async () => {
    await create();
    receiver.answer = { status: 500, text: `broken at ${url}` };
    await post(12);
    await received(1);
    await post(13);
    await expect.poll(async () => (await state())?.failing?.attempts).toBe(1);
    const failing = (await state())?.failing;
    expect(failing?.detail).toBe('500: broken at …');
    const wait = Date.parse(failing?.nextAt ?? '') - server.clock.now();
    expect(wait).toBeGreaterThanOrEqual(4_000);
    expect(wait).toBeLessThanOrEqual(6_000);
    server.clock.advance(6_000);
    await received(2);
    await expect.poll(async () => (await state())?.failing?.attempts).toBe(2);
    receiver.answer = { status: 204 };
    server.clock.advance(13_000);
    await received(8);
    const [first, second, third, ...rest] = receiver.ids();
    expect([second, third]).toEqual([first, first]);
    expect(new Set(rest).size).toBe(5);
    expect(receiver.values()).toEqual([...Array(5).fill('12.00'), ...Array(3).fill('13.00')]);
    expect((await state())?.failing).toBeUndefined();
    const attempts = (await log()).toReversed().map(({ attempt, outcome }) => [attempt, outcome]);
    expect(attempts.slice(0, 3)).toEqual([
      [1, 'failed'],
      [2, 'failed'],
      [3, 'delivered'],
    ]);
  });

  it('[WH3] a receiver that asks for time gets it', async () => {
    await create();
    receiver.answer = { status: 429, headers: { 'retry-after': '600' } };
    await post(12);
    await received(1);
    await expect.poll(async () => (await state())?.failing?.attempts).toBe(1);
    const nextAt = Date.parse((await state())?.failing?.nextAt ?? '');
    expect(nextAt - server.clock.now()).toBe(600_000);
  });

  it('[WH4] after three days it is switched off and says why; switched on it goes on where it was', async () => {
    await create();
    receiver.answer = { status: 500, text: 'down' };
    await post(12);
    await received(1);
    server.clock.advance(3 * 24 * 3_600_000);
    await received(2);
    await expect.poll(async () => (await state())?.stopped?.reason).toMatch(/3 days.*500: down/);
    expect((await state())?.isOn).toBe(false);
    const ledger = (await server.board('/works/ledger')).text;
    expect(ledger).toContain('"actor":"system:webhooks"');
    await post(13);
    receiver.answer = { status: 200 };
    await put();
    await received(2 + 6);
    expect(await state()).toMatchObject({ isOn: true, waiting: 0 });
    expect((await state())?.stopped).toBeUndefined();
  });

  it('[WH4] a receiver that is gone is left in peace at once', async () => {
    await create();
    receiver.answer = { status: 410 };
    await post(12);
    await expect.poll(async () => (await state())?.stopped?.reason).toMatch(/410/);
    expect(receiver.received).toHaveLength(1);
  });

  it('[WH10] a test is sent at once, also while it is off, and stands in the log', async () => {
    await create({ isOn: false });
    const answer = await server.board('/works/webhooks/hall/test', { method: 'POST' });
    expect(answer.body).toMatchObject({ outcome: 'delivered', status: 200 });
    expect(receiver.received[0]?.body).toMatchObject({ type: 'test', data: null });
    expect(await log()).toMatchObject([{ kind: 'test', outcome: 'delivered' }]);
    receiver.answer = { status: 404, text: 'no hook' };
    const failed = await server.board('/works/webhooks/hall/test', { method: 'POST' });
    expect(failed.body).toMatchObject({ outcome: 'failed', status: 404, detail: 'no hook' });
  });
});

it('[WH12] speaks the board’s language, in every form and in a test', async () => {
  await server.board('/works/look', { method: 'PUT', body: { language: 'de' } });
  await create({ format: 'mattermost' });
  await post(1250);
  await received(3);
  const texts = receiver.received.map(({ body }) => (body as { text: string }).text);
  expect(texts[0]).toContain('**Tafelrekord** · Output · alpha setzte den ersten Rekord der Tafel');
  expect(texts[0]).toContain('1.250,00 t');
  await server.board('/works/webhooks/hall/test', { method: 'POST' });
  const last = receiver.received.at(-1)?.body as { text: string };
  expect(last.text).toContain('Das ist ein Test von „Hall“');
  await put({ format: 'teams' });
  await server.board('/works/webhooks/hall/test', { method: 'POST' });
  expect(receiver.received.at(-1)?.text).toContain('"text":"Das ist ein Test von „Hall“."');
});

describe('secrets', () => {
  it('[WH5] the secret is told once, the address never, and neither is in ledger or export', async () => {
    const created = await put({ url });
    const { secret = '' } = read(webhookPutAnswerSchema, created);
    expect(created.status).toBe(201);
    expect(secret).toMatch(/^whsec_/);
    const again = await put({ url, name: 'Other' });
    expect(again.status).toBe(200);
    await post(12);
    await received(3);
    const told = [
      again.text,
      (await server.board('/works/webhooks')).text,
      (await server.board('/works/webhooks/hall/deliveries')).text,
      (await server.board('/works/ledger')).text,
    ];
    for (const text of told) {
      expect(text).not.toContain('confidential');
      expect(text).not.toContain(secret);
    }
    expect(told[1]).toContain(new URL(url).origin);
  });

  it('[WH5] the same again adds nothing; only a steward may', async () => {
    await put({ url });
    const { seq } = read(webhooksAnswerSchema, await server.board('/works/webhooks'));
    await put({ url });
    await put();
    expect(read(webhooksAnswerSchema, await server.board('/works/webhooks')).seq).toBe(seq);
    const refused = await server.board('/works/webhooks', { as: 'anonymous' });
    expect(refused.status).toBe(401);
  });

  it('[WH11] another secret signs from then on, and for a day the one before as well', async () => {
    const { secret: first = '' } = await create();
    const given = await server.board('/works/webhooks/hall/secret', { method: 'POST' });
    const second = (given.body as { secret: string }).secret;
    expect(second).not.toBe(first);
    const signatures = async (count: number) => {
      await received(count);
      const last = receiver.received.at(-1);
      const headers = last?.headers ?? {};
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      const by = (key: string) =>
        new Verifier(key).sign(String(headers['webhook-id']), at, last?.text ?? '');
      const names = new Map([
        [by(first), 'first'],
        [by(second), 'second'],
      ]);
      return String(headers['webhook-signature'])
        .split(' ')
        .map((signature) => names.get(signature));
    };
    await post(12);
    expect(await signatures(3)).toEqual(['second', 'first']);
    server.clock.advance(24 * 3_600_000);
    await post(13);
    expect(await signatures(6)).toEqual(['second']);
  });

  it('[WH5] what is wrong is named by its path', async () => {
    const path = async (change: object) => {
      const { status, body } = await put(change);
      return [status, (body as { errors: { path: string }[] }).errors[0]?.path];
    };
    expect(await path({})).toEqual([400, 'url']);
    expect(await path({ url: 'ftp://chat.example' })).toEqual([400, 'url']);
    expect(await path({ url: 'https://user:word@chat.example' })).toEqual([400, 'url']);
    expect(await path({ url, kinds: [] })).toEqual([400, 'kinds']);
    expect(await path({ url, kinds: ['gossip'] })).toEqual([400, 'kinds.0']);
    expect(await path({ url, secret: 'mine' })).toEqual([400, 'secret']);
    const test = await server.board('/works/webhooks/none/test', { method: 'POST' });
    expect(test.status).toBe(404);
  });
});

describe('several lives', () => {
  it('[WH7] what was not told before a restart is told after it', async () => {
    await server.close();
    const quiet = { debug() {}, info() {}, warn() {}, error() {} };
    const open = () => createLedger({ dataDir: folder, databaseUrl: undefined, log: quiet });
    server = await TestServer.start(env(), { ledger: await open() });
    await server.openWorks();
    receiver.answer = { status: 503 };
    await create();
    await post(12);
    await received(1);
    await server.close();
    receiver.answer = { status: 200 };
    server = await TestServer.start(env(), { ledger: await open() });
    server.clock.advance(60_000);
    await received(1 + 3);
    expect(receiver.ids()[1]).toBe(receiver.ids()[0]);
  });

  it('[WH7] of two nodes one tells, and the other goes on when it is gone', async () => {
    await server.close();
    const ledger = new SharedLedger();
    const one = await TestServer.start(env(), { ledger });
    server = one;
    await one.openWorks();
    await create();
    await post(12);
    await received(3);
    const two = await TestServer.start(env(), { ledger });
    server = two;
    await post(13);
    await received(6);
    await one.close();
    await post(14);
    await received(9);
    expect(new Set(receiver.ids()).size).toBe(9);
  });
});
