import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { openingFacts, type FoldBoard } from './testing/fold-board.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

let node: TestGateway;
let board: FoldBoard;
beforeEach(async () => {
  node = await openTestGateway({ limits: { beatMs: 60 } });
  board = node.boards.open('plant');
});
afterEach(async () => {
  await node.close();
  expect(node.errors).toEqual([]);
});

it('[LV18] a beat with the head follows the answer, and comes again and again', async () => {
  const client = await node.client();
  const { seq } = await client.watch('plant', []);
  await eventually(() => client.beats.length >= 3);
  const at = new Date(node.clock.now).toISOString();
  expect(client.beats[0]).toEqual({ board: 'plant', epoch: 'epoch-1', seq, at });
  board.post('u1', 1);
  await eventually(() => client.beats.at(-1)?.seq === board.state.seq);
  expect(client.beats.at(-1)).toMatchObject({ seq: board.state.seq });
});

it('[LV18] a beat comes after every patch and happening up to its head', async () => {
  const client = await node.client();
  await client.watch('plant', ['feed', 'ranking:speed']);
  const wrong: string[] = [];
  client.socket.on('beat', ({ seq }) => {
    const ranking = client.topics.get('ranking:speed')?.seq ?? 0;
    const feed = client.happenings.at(-1)?.seq ?? 0;
    // Every post here changes the ranking and breaks a record.
    const told = Math.min(ranking, feed);
    if (seq > first && told < seq) wrong.push(`beat ${seq} after ${told}`);
  });
  const first = board.state.seq;
  for (let value = 1; value <= 60; value++) {
    board.post('u1', value);
    await client.ask('unwatch', { board: 'nowhere' });
  }
  await eventually(() => client.beats.at(-1)?.seq === board.state.seq);
  expect(client.beats.at(-1)?.seq).toBe(board.state.seq);
  expect(wrong).toEqual([]);
});

it('[LV19] another epoch is told at once by a beat; what was known no longer counts', async () => {
  const client = await node.client();
  for (const value of [1, 2, 3]) board.post('u1', value);
  await client.watch('plant', ['ranking:speed', 'feed']);
  const beats = client.beats.length;
  board.replace('epoch-2', ...openingFacts('plant'), board.result('u2', 77));
  await eventually(() => client.beats.slice(beats).some((one) => one.epoch === 'epoch-2'));
  expect(client.beats.at(-1)).toMatchObject({ epoch: 'epoch-2', seq: board.state.seq });
  const answer = await client.resume('plant', ['ranking:speed', 'feed']);
  expect(answer).toMatchObject({ epoch: 'epoch-2', topics: { feed: { snapshot: {} } } });
  expect(Object.keys(client.rows('ranking:speed'))).toEqual(['u2']);
  board.post('u1', 99);
  await eventually(() => client.rows('ranking:speed')['u1'] !== undefined);
  expect(client.patches.at(-1)).toMatchObject({ epoch: 'epoch-2', set: { u1: { place: 1 } } });
  expect(client.faults).toEqual([]);
});

it('[LV20] a removed board says so once, then is unknown', async () => {
  const other = node.boards.open('yard');
  const client = await node.client();
  await client.watch('plant', ['feed', 'board']);
  await client.watch('yard', ['feed']);
  node.boards.remove('plant');
  await eventually(() => client.gone.length > 0);
  const refused = await client.ask('watch', { board: 'plant', topics: ['feed'] });
  expect(refused).toMatchObject({ ok: false, kind: 'not-found' });
  const beats = client.beats.filter((one) => one.board === 'plant').length;
  other.post('u1', 5);
  await eventually(() => client.beats.at(-1)?.seq === other.state.seq);
  expect(client.gone).toEqual(['plant']);
  expect(client.beats.filter((one) => one.board === 'plant').length).toBe(beats);
  expect(client.happenings.every((one) => one.board === 'yard')).toBe(true);
  const anew = node.boards.open('plant');
  expect(await client.watch('plant', ['board'])).toMatchObject({ seq: anew.state.seq });
});
