import { setTimeout as delay } from 'node:timers/promises';
import { createView, type Patch, type Row, type Rows } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { eventually } from './testing/eventually.ts';
import type { FoldBoard } from './testing/fold-board.ts';
import type { LiveClient } from './testing/live-client.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';
import { TopicPublisher } from './topic-publisher.ts';

let node: TestGateway;
let board: FoldBoard;
beforeEach(async () => {
  node = await openTestGateway({ limits: { beatMs: 100, idleTopicMs: 300 } });
  board = node.boards.open('plant');
});
afterEach(async () => {
  await node.close();
  expect(node.errors).toEqual([]);
});

const topic = 'ranking:speed';
interface Snapshot {
  snapshot: { rows: Rows };
}
const sets = (client: LiveClient) => client.patches.map((one) => one.set);

it('[LV13] a patch says only what changed, and begins where the one before ended', async () => {
  const client = await node.client();
  board.post('u1', 100);
  board.post('u2', 90);
  const { topics } = await client.watch('plant', [topic]);
  for (const value of [91, 92, 93]) {
    board.post('u2', value);
    await eventually(() => client.topics.get(topic)?.seq === board.state.seq);
  }
  expect(sets(client).map((set) => Object.keys(set ?? {}))).toEqual([['u2'], ['u2'], ['u2']]);
  const ends = [topics[topic]?.seq, ...client.patches.map((one) => one.to)];
  expect(client.patches.map((one) => one.from)).toEqual(ends.slice(0, -1));
});

it('[LV13] what leaves a ranking is removed', async () => {
  board.post('u1', 100);
  const client = await node.client();
  await client.watch('plant', [topic]);
  const result = board.state.seq;
  board.commit({ type: 'result.annulled', result, reason: 'a mistake' });
  await eventually(() => client.patches.length > 0);
  expect(client.patches[0]).toMatchObject({ remove: ['u1'] });
  expect(client.rows(topic)).toEqual({});
});

it('[LV14] never more than ten patches of a topic in any second, and the last one is the truth', async () => {
  const sentAt: number[] = [];
  const rows = new Map<string, Row>();
  const source = {
    ...({ topic, isOfPeriod: false, resume: 'exact' } as const),
    touchedBy: () => true,
    rows: () => rows,
    position: () => rows.size,
  };
  const publisher = new TopicPublisher(
    source,
    {
      isPresent: () => true,
      send: (patch) => {
        sentAt.push(performance.now());
        return { patch: { board: 'plant', epoch: 'e', ...patch }, bytes: 100 };
      },
      computed: () => undefined,
      failed: (err) => expect.fail(String(err)),
    },
    defaultLimits.patchGapMs,
  );
  for (let at = 0; at < 250; at++) {
    rows.set(`u${at}`, { at });
    publisher.markChanged();
    await delay(10);
  }
  await publisher.settled();
  expect(Object.keys((publisher.answer(undefined) as Snapshot).snapshot.rows).length).toBe(250);
  expect(sentAt.length).toBeGreaterThan(10);
  for (const start of sentAt)
    expect(sentAt.filter((at) => at >= start && at <= start + 1000).length).toBeLessThanOrEqual(10);
});

it('[LV14] watchers who come and go and ask in between do not make it more than ten', async () => {
  const heardAt: number[] = [];
  let isPresent = true;
  let changes = 0;
  const publisher = new TopicPublisher(
    {
      ...({ topic, isOfPeriod: false, resume: 'exact' } as const),
      touchedBy: () => true,
      rows: () => new Map<string, Row>([['u1', { changes }]]),
      position: () => changes,
    },
    {
      isPresent: () => isPresent,
      send: (patch) => {
        if (isPresent) heardAt.push(performance.now());
        return { patch: { board: 'plant', epoch: 'e', ...patch }, bytes: 100 };
      },
      computed: () => undefined,
      failed: (err) => expect.fail(String(err)),
    },
    defaultLimits.patchGapMs,
  );
  for (let at = 0; at < 700; at++) {
    changes++;
    publisher.markChanged();
    // Somebody alone leaves and comes back, as a page that is loaded anew does.
    if (at % 40 === 0) isPresent = false;
    if (at % 40 === 2) {
      await publisher.settled();
      isPresent = true;
      publisher.answer(changes - 1);
    }
    if (at % 50 === 49) await publisher.settled();
    await delay(4);
  }
  await publisher.settled();
  expect(publisher.answer(undefined)).toMatchObject({ snapshot: { rows: { u1: { changes } } } });
  expect(heardAt.length).toBeGreaterThan(10);
  for (const start of heardAt)
    expect(heardAt.filter((at) => at >= start && at <= start + 1000).length).toBeLessThanOrEqual(
      10,
    );
});

it('[LV14] the first change after a pause goes out at once, not a tenth of a second later', async () => {
  const client = await node.client();
  await client.watch('plant', [topic]);
  board.post('u1', 100);
  // The server answers in its next turn: whatever waits for a timer would come later.
  await client.ask('unwatch', { board: 'nowhere' });
  expect(client.patches.length).toBe(1);
});

it('[LV15] one change costs one computation and one encoding, however many watch', async () => {
  const clients = await Promise.all(Array.from({ length: 200 }, () => node.client()));
  await Promise.all(clients.map((client) => client.watch('plant', [topic])));
  const before = node.gateway.stats();
  board.post('u1', 100);
  await eventually(() => clients.every((client) => client.patches.length === 1));
  const after = node.gateway.stats();
  expect(new Set(sets(clients[0] as LiveClient)).size).toBe(1);
  expect(clients.every((client) => client.patches.length === 1)).toBe(true);
  expect(after.computations - before.computations).toBe(1);
  expect((after.encodings['patch'] ?? 0) - (before.encodings['patch'] ?? 0)).toBe(1);
});

it('[LV15] a change that touches none of its topics costs a board nothing', async () => {
  const client = await node.client();
  await client.watch('plant', ['unit:u1']);
  const before = node.gateway.stats().computations;
  board.commit({ type: 'sector.put', id: 'yard', name: 'Yard' });
  await client.watch('plant', ['unit:u1']);
  expect(node.gateway.stats().computations).toBe(before);
});

it('[LV16] at the midnight of the board a ranking of the period begins anew', async () => {
  node.clock.now = Date.parse('2026-06-30T21:59:00Z');
  board.post('u1', 100, '2026-06-30');
  const client = await node.client();
  await client.watch('plant', ['ranking:speed:month', topic]);
  expect(Object.keys(client.rows('ranking:speed:month'))).toEqual(['u1']);
  node.clock.now = Date.parse('2026-06-30T22:00:30Z');
  await eventually(() => client.patches.length > 0);
  expect(client.patches.map((one) => one.topic)).toEqual(['ranking:speed:month']);
  expect(client.rows('ranking:speed:month')).toEqual({});
  expect(client.faults).toEqual([]);
});

it('[PL10] at the midnight of the board its watchers are told the pulse of the new day', async () => {
  node.clock.now = Date.parse('2026-06-30T21:59:00Z');
  board.post('u1', 100, '2026-06-30');
  const client = await node.client();
  const { seq } = await client.watch('plant', ['pulse', topic]);
  expect(client.rows('pulse')).toMatchObject({ board: { period: { to: '2026-06-30' } } });
  node.clock.now = Date.parse('2026-06-30T22:00:30Z');
  await eventually(() => client.patches.length > 0);
  expect(client.patches.map((one) => [one.topic, one.from, one.to])).toEqual([['pulse', seq, seq]]);
  expect(client.rows('pulse')).toMatchObject({ board: { period: { to: '2026-07-31' } } });
  const late = await client.watch('plant', ['pulse'], { known: { pulse: seq } });
  expect(late.topics['pulse']).toHaveProperty('snapshot');
});

it('[LV16] a position at which two months were told is not resumed from', async () => {
  node.clock.now = Date.parse('2026-06-30T21:59:00Z');
  board.post('u1', 100, '2026-06-30');
  const client = await node.client();
  const early = await client.watch('plant', ['ranking:speed:month']);
  const known = { 'ranking:speed:month': early.seq };
  const again = await client.watch('plant', ['ranking:speed:month'], { known });
  expect(again.topics['ranking:speed:month']).toMatchObject({ upToDate: true });
  node.clock.now = Date.parse('2026-06-30T22:00:30Z');
  await eventually(() => client.patches.length > 0);
  const late = await client.watch('plant', ['ranking:speed:month'], { known });
  expect(late.topics['ranking:speed:month']).toEqual({ seq: early.seq, snapshot: { rows: {} } });
});

it('[LV17] a topic that nobody watches is kept for a while, then given up', async () => {
  const client = await node.client();
  await client.watch('plant', [topic, 'pulse']);
  expect(node.gateway.stats()).toMatchObject({ boards: 1, topics: 2 });
  await client.watch('plant', [topic]);
  await eventually(() => node.gateway.stats().topics === 1);
  expect(node.gateway.stats().topics).toBe(1);
  client.close();
  await eventually(() => node.gateway.stats().boards === 0);
  expect(node.gateway.stats()).toMatchObject({ connections: 0, boards: 0, topics: 0 });
  const rows = createView(board.state, topic)?.rows(node.clock.now);
  const back = await node.client();
  await back.watch('plant', [topic]);
  expect(back.rows(topic)).toEqual(Object.fromEntries(rows ?? []));
});

it('[LV40] who knows a change of another node that came and went here goes back to no earlier position', async () => {
  let position = 13;
  const rows = new Map<string, Row>([['u1', { place: 3 }]]);
  const patches: unknown[] = [];
  const audience = {
    isPresent: () => true,
    send: (patch: object) => {
      patches.push(patch);
      return { patch: { board: 'plant', epoch: 'e', ...patch } as Patch, bytes: 100 };
    },
    computed: () => undefined,
    failed: (err: unknown) => expect.fail(String(err)),
  };
  const source = {
    ...({ topic, isOfPeriod: false, resume: 'exact' } as const),
    touchedBy: () => true,
    rows: () => rows,
    position: () => position,
  };
  const publisher = new TopicPublisher(source, audience, 0);
  // The other node told of place 4 at 14; here it is 3 again before anything was told.
  position = 21;
  const snapshot = { rows: { u1: { place: 3 } } };
  expect(publisher.answer(14)).toEqual({ seq: 14, snapshot });
  expect(publisher.answer(13)).toEqual({ seq: 13, upToDate: true });
  // Not what this node has not come to, nor what is still to be told.
  expect(publisher.answer(22)).toEqual({ seq: 13, snapshot });
  publisher.markChanged();
  expect(publisher.answer(14)).toEqual({ seq: 13, snapshot });
  await publisher.settled();
  rows.set('u1', { place: 5 });
  publisher.markChanged();
  await publisher.settled();
  expect(patches).toMatchObject([{ from: 13, to: 21, set: { u1: { place: 5 } } }]);
  publisher.close();
});
