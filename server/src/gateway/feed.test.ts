import type { Happening } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import type { FoldBoard } from './testing/fold-board.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

let node: TestGateway;
let board: FoldBoard;
beforeEach(async () => {
  node = await openTestGateway();
  board = node.boards.open('plant');
});
afterEach(() => node.close());

it('[LV12] a feed watcher hears every happening, in order, each one once', async () => {
  const client = await node.client();
  await client.watch('plant', ['feed']);
  const posted: Happening[] = [];
  for (let value = 1; value <= 300; value++)
    posted.push(...board.post(`u${1 + (value % 3)}`, value));
  await eventually(() => client.happenings.length >= posted.length);
  expect(client.happenings).toEqual(posted);
});

it('[LV12] happenings are encoded once for all, and not at all for nobody', async () => {
  const others = await Promise.all(Array.from({ length: 20 }, () => node.client()));
  board.post('u1', 1);
  expect(node.gateway.stats().encodings['happening']).toBeUndefined();
  for (const client of others) await client.watch('plant', ['feed']);
  const posted = board.post('u1', 2);
  await eventually(() => others.every((one) => one.happenings.length === posted.length));
  expect(others.map((one) => one.happenings)).toEqual(others.map(() => posted));
  expect(node.gateway.stats().encodings['happening']).toBe(posted.length);
});

it('[LV12] who joins between the fold and its announcement hears it once', async () => {
  const client = await node.client();
  const event = board.fold(board.result('u1', 5));
  const { topics } = await client.watch('plant', ['feed']);
  node.boards.tell(event);
  const later = board.post('u1', 6);
  await eventually(() => client.happenings.some((one) => one.seq === board.state.seq));
  const rows = Object.values((topics['feed'] as { snapshot: { rows: object } }).snapshot.rows);
  expect([
    ...rows.map((one: Happening) => one.seq),
    ...client.happenings.map((one) => one.seq),
  ]).toEqual([...event.happenings, ...later].map((one) => one.seq));
});
