import { maxMissedHappenings, type Happening, type Patch } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { FoldBoard } from './testing/fold-board.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

let node: TestGateway;
let board: FoldBoard;
beforeEach(async () => {
  node = await openTestGateway({ limits: { catchUpMs: 300 } });
  board = node.boards.open('plant');
});
afterEach(() => node.close());

const topic = 'ranking:speed';

it('[LV7] a client that knows the position of the last change is up to date', async () => {
  const client = await node.client();
  const { topics } = await client.watch('plant', [topic]);
  const seq = topics[topic]?.seq ?? -1;
  expect((await client.resume('plant', [topic])).topics[topic]).toEqual({ seq, upToDate: true });
  // The board moved on, the topic did not.
  board.commit({ type: 'sector.put', id: 'hall', name: 'Great hall' });
  await client.watch('plant', ['board']);
  expect((await client.resume('plant', [topic])).topics[topic]).toMatchObject({ upToDate: true });
});

it('[LV7] a client that knows an earlier change gets exactly the patches since', async () => {
  const [client, other] = [await node.client(), await node.client()];
  await other.watch('plant', [topic]);
  board.post('u1', 100);
  await client.watch('plant', [topic]);
  client.close();
  for (const value of [110, 120]) {
    board.post('u2', value);
    await eventually(() => other.topics.get(topic)?.seq === board.state.seq);
  }
  client.socket.connect();
  await client.connected();
  const answer = (await client.resume('plant', [topic])).topics[topic];
  expect(answer).toMatchObject({ seq: board.state.seq, patches: [{ topic }, { topic }] });
  const patches = (answer as { patches: Patch[] }).patches;
  expect(patches[1]?.from).toBe(patches[0]?.to);
  expect(client.rows(topic)).toEqual(other.rows(topic));
  expect(client.faults).toEqual([]);
});

it('[LV7] what nobody watched meanwhile is patched all the same', async () => {
  const client = await node.client();
  await client.watch('plant', [topic]);
  await client.ask('unwatch', { board: 'plant' });
  board.post('u1', 100);
  board.post('u2', 110);
  const answer = (await client.resume('plant', [topic])).topics[topic];
  expect(answer).toMatchObject({ patches: [{ to: board.state.seq }] });
  expect(client.rows(topic)).toMatchObject({ u2: { place: 1 }, u1: { place: 2 } });
  board.post('u3', 130);
  await eventually(() => client.patches.length > 0);
  expect(client.rows(topic)).toMatchObject({ u3: { place: 1 } });
});

it('[LV8] any other position, and another epoch, get a snapshot', async () => {
  const client = await node.client();
  const { topics } = await client.watch('plant', [topic]);
  const seq = topics[topic]?.seq ?? -1;
  board.post('u1', 100);
  board.post('u1', 110);
  for (const known of [0, seq - 1, seq + 1, seq + 1000]) {
    const answer = await client.watch('plant', [topic], { known: { [topic]: known } });
    expect(answer.topics[topic]).toHaveProperty('snapshot.rows.u1');
  }
  const foreign = { known: { [topic]: board.state.seq }, epoch: 'another' };
  expect((await client.watch('plant', [topic], foreign)).topics[topic]).toHaveProperty('snapshot');
});

it('[LV9] the feed goes on with exactly the happenings after the known position', async () => {
  const client = await node.client();
  const posted: Happening[] = [];
  for (let value = 1; value <= 20; value++) posted.push(...board.post('u1', value));
  for (const known of [board.state.seq - 1, board.state.seq - 7, 4]) {
    const { topics } = await client.watch('plant', ['feed'], { known: { feed: known } });
    const patches = posted.filter((one) => one.seq > known);
    expect(topics['feed']).toEqual({ seq: board.state.seq, patches });
  }
  const { topics } = await client.watch('plant', ['feed'], { known: { feed: board.state.seq } });
  expect(topics['feed']).toEqual({ seq: board.state.seq, upToDate: true });
});

it('[LV9] more than 500 missed happenings are a snapshot that says it is truncated', async () => {
  const posted: Happening[] = [];
  for (let value = 1; posted.length <= maxMissedHappenings; value++)
    posted.push(...board.post('u1', value));
  const missedAfter = (seq: number) => posted.filter((one) => one.seq > seq);
  let known = 0;
  while (missedAfter(known).length > maxMissedHappenings) known++;
  const client = await node.client();
  const resumed = await client.watch('plant', ['feed'], { known: { feed: known } });
  expect(resumed.topics['feed']).toMatchObject({ patches: missedAfter(known) });
  const behind = await client.watch('plant', ['feed'], { known: { feed: known - 1 } });
  expect(behind.topics['feed']).toMatchObject({ seq: board.state.seq, truncated: true });
});

it('[LV10] a first look at the feed begins with the newest 50, keyed by position', async () => {
  const client = await node.client();
  expect((await client.watch('plant', ['feed'])).topics['feed']).toEqual({
    seq: board.state.seq,
    snapshot: { rows: {} },
  });
  const posted: Happening[] = [];
  for (let value = 1; value <= 60; value++) posted.push(...board.post('u1', value));
  const newest = posted.slice(-50).map((one) => [`${one.seq}.${one.n}`, one]);
  const second = await node.client();
  const { topics } = await second.watch('plant', ['feed']);
  expect(topics['feed']).toEqual({
    seq: board.state.seq,
    snapshot: { rows: Object.fromEntries(newest) },
  });
});

it('[LV11] a client that has seen more than this node is answered when the node has it', async () => {
  const client = await node.client();
  const ahead = board.state.seq + 1;
  const answering = client.watch('plant', ['feed'], { known: { feed: ahead }, epoch: 'epoch-1' });
  const event = board.fold(board.result('u1', 100));
  await node.client();
  node.boards.tell(event);
  expect((await answering).topics['feed']).toEqual({ seq: ahead, upToDate: true });
  // A position that never comes is not waited for long.
  const never = await client.watch('plant', ['feed', topic], {
    known: { feed: 9e9, [topic]: 9e9 },
  });
  expect(never.seq).toBe(ahead);
  expect(never.topics[topic]).toHaveProperty('snapshot');
});
