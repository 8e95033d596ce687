import { createView, maxTopics } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

let node: TestGateway;
beforeEach(async () => {
  node = await openTestGateway();
});
afterEach(async () => {
  await node.close();
  expect(node.errors).toEqual([]);
});

const everyTopic = [
  'board',
  'records',
  'pulse',
  'unit:u1',
  'ranking:speed',
  'ranking:speed:month',
  'ranking:speed:week',
];

it('[LV1] a watch answers every topic with its rows at a position', async () => {
  const board = node.boards.open('plant');
  board.post('u1', 100);
  board.post('u2', 120);
  const client = await node.client();
  const answer = await client.watch('plant', everyTopic);
  expect(answer).toMatchObject({ ok: true, epoch: 'epoch-1', seq: board.state.seq });
  for (const topic of everyTopic) {
    const rows = createView(board.state, topic)?.rows(node.clock.now) ?? new Map();
    expect(client.rows(topic)).toEqual(Object.fromEntries(rows));
    expect(answer.topics[topic]).toMatchObject({ seq: board.state.seq });
  }
  expect(client.rows('ranking:speed')).toMatchObject({ u2: { place: 1 }, u1: { place: 2 } });
});

it('[LV1] after the answer comes every change that is not in it', async () => {
  const board = node.boards.open('plant');
  const client = await node.client();
  await client.watch('plant', ['ranking:speed', 'board']);
  board.post('u1', 100);
  board.post('u2', 120);
  await eventually(() => Object.keys(client.rows('ranking:speed')).length === 2);
  expect(client.rows('ranking:speed')).toMatchObject({ u2: { score: '120' }, u1: { place: 2 } });
  expect(client.faults).toEqual([]);
});

it('[LV2] watching again replaces the list of that board, and of no other', async () => {
  const [plant, yard] = [node.boards.open('plant'), node.boards.open('yard')];
  const client = await node.client();
  await client.watch('plant', ['ranking:speed', 'feed']);
  await client.watch('yard', ['feed']);
  await client.watch('plant', ['pulse']);
  plant.post('u1', 100);
  yard.post('u1', 100);
  await eventually(() => client.happenings.length > 0 && client.patches.length > 0);
  await client.ask('unwatch', { board: 'plant' });
  expect(new Set(client.happenings.map((one) => one.board))).toEqual(new Set(['yard']));
  expect(new Set(client.patches.map((one) => one.topic))).toEqual(new Set(['pulse']));
});

it('[LV3] an unknown board and one that may not be seen are refused in the same words', async () => {
  node.boards.open('secret', { visibility: 'private' });
  const client = await node.client();
  const unknown = await client.ask('watch', { board: 'nowhere', topics: ['board'] });
  expect(unknown).toEqual({ ok: false, kind: 'not-found', detail: 'no such board' });
  expect(await client.ask('watch', { board: 'secret', topics: ['board'] })).toEqual(unknown);
  const steward = await node.client({ extraHeaders: { authorization: 'Bearer steward' } });
  expect(await steward.watch('secret', ['board'])).toMatchObject({ ok: true });
  const browser = await node.client({ auth: { token: 'steward' } });
  expect(await browser.watch('secret', ['board'])).toMatchObject({ ok: true });
});

it('[LV3] an unknown topic is named, and the former list stands', async () => {
  const board = node.boards.open('plant');
  const client = await node.client();
  await client.watch('plant', ['feed']);
  for (const topic of ['unit:u99', 'ranking:none', 'ranking:speed:year', 'weather', 'drive:d1']) {
    const refused = await client.ask('watch', { board: 'plant', topics: ['board', topic] });
    expect(refused).toMatchObject({ ok: false, kind: 'unknown-topic' });
    expect((refused as { detail: string }).detail).toContain(`"${topic}"`);
  }
  board.post('u1', 100);
  expect(await eventually(() => client.happenings.length > 0)).toBe(true);
});

it('[LV4] who watches after a post finds it in the answer, whatever is still to be sent', async () => {
  const board = node.boards.open('plant');
  const early = await node.client();
  await early.watch('plant', ['ranking:speed']);
  const late = await node.client();
  for (const value of [1, 2, 3, 4, 5]) {
    board.post('u1', value);
    const { topics } = await late.watch('plant', ['ranking:speed']);
    expect(topics['ranking:speed']?.seq).toBe(board.state.seq);
    expect(late.rows('ranking:speed')).toMatchObject({ u1: { score: String(value) } });
  }
});

it('[LV5] nothing of a board comes after unwatch', async () => {
  const board = node.boards.open('plant');
  const client = await node.client();
  await client.watch('plant', ['feed', 'ranking:speed']);
  expect(await client.ask('unwatch', { board: 'plant' })).toEqual({ ok: true });
  expect(await client.ask('unwatch', { board: 'nowhere' })).toEqual({ ok: true });
  board.post('u1', 100);
  await client.watch('plant', []);
  expect([client.happenings, client.patches]).toEqual([[], []]);
});

it('[LV6] a list may name a topic twice, is bounded, and may be empty', async () => {
  node.boards.open('plant');
  const client = await node.client();
  const { topics } = await client.watch('plant', ['board', 'board']);
  expect(Object.keys(topics)).toEqual(['board']);
  const twice = await client.watch(
    'plant',
    Array.from({ length: maxTopics + 1 }, () => 'board'),
  );
  expect(Object.keys(twice.topics)).toEqual(['board']);
  const many = Array.from({ length: maxTopics + 1 }, (_, at) => `unit:u${at}`);
  expect(await client.ask('watch', { board: 'plant', topics: many })).toMatchObject({
    ok: false,
    kind: 'invalid',
  });
  expect((await client.watch('plant', [])).topics).toEqual({});
});
