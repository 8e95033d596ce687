import { batchAnswerSchema, boardAnswerSchema } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { read, TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterEach(() => server.close());

const item = (key: string, change: object = {}) => ({
  idempotencyKey: key,
  unit: 'alpha',
  metric: 'output',
  value: '12.30',
  ...change,
});
const batch = (results: unknown[]) => server.board('/works/results/batch', { body: { results } });
const seqOf = async () => read(boardAnswerSchema, await server.board('/works')).seq;

it('[HT30] posts each result of a batch as if alone, and answers each in its place', async () => {
  const before = await seqOf();
  const answer = read(
    batchAnswerSchema,
    await batch([
      item('a'),
      item('b', { unit: 'nobody' }),
      item('c', { value: 'much' }),
      item('d', { unit: 'beta', value: 15, seq: 3 }),
      { unit: 'alpha', metric: 'output', value: 1 },
      'nothing',
      item('e', { unit: 'beta', value: 15 }),
    ]),
  );
  expect(answer).toMatchObject({ posted: 2, repeated: 0, refused: 5 });
  expect(
    answer.results.map(({ index, status, problem }) => [index, status, problem?.kind]),
  ).toEqual([
    [0, 201, undefined],
    [1, 404, 'unknown-unit'],
    [2, 400, 'invalid'],
    [3, 400, 'invalid'],
    [4, 400, 'invalid'],
    [5, 400, 'invalid'],
    [6, 201, undefined],
  ]);
  const paths = answer.results.map(({ problem }) => problem?.errors?.map(({ path }) => path));
  expect(paths.slice(1, 5)).toEqual([['unit'], ['value'], ['seq'], ['idempotencyKey']]);
  expect(answer.results.map(({ result }) => result?.seq)).toEqual([
    before + 1,
    ...Array(5).fill(undefined),
    before + 2,
  ]);
  expect(answer.results[6]?.result?.records[0]?.previous).toMatchObject({ value: '12.30' });
});

it('[HT31] a key of a batch posts once, also within the batch, in another one, and as a single post', async () => {
  await server.post({ unit: 'alpha', metric: 'output', value: 12.3 }, 'single');
  const before = await seqOf();
  const sent = [item('single'), item('x'), item('x'), item('x', { value: 13 })];
  const first = read(batchAnswerSchema, await batch(sent));
  expect(first.results.map(({ status }) => status)).toEqual([200, 201, 200, 409]);
  expect(first.results[2]?.result).toEqual(first.results[1]?.result);
  const again = read(batchAnswerSchema, await batch(sent));
  expect(again).toMatchObject({ posted: 0, repeated: 3, refused: 1 });
  expect(again.results[1]?.result).toEqual(first.results[1]?.result);
  expect(await seqOf()).toBe(before + 1);
});

it('[HT30] takes a thousand and refuses one more, or none, before anything is posted', async () => {
  const many = Array.from({ length: 1001 }, (_, n) => item(`k${n}`, { value: n }));
  const before = await seqOf();
  for (const results of [many, []]) {
    const refused = await batch(results);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ path: 'results' }] });
  }
  expect(await seqOf()).toBe(before);
  const answer = read(batchAnswerSchema, await batch(many.slice(0, 1000)));
  expect(answer).toMatchObject({ posted: 1000, refused: 0 });
  expect(await seqOf()).toBe(before + 1000);
});

it('[HT30] takes the right to post', async () => {
  const call = { body: { results: [item('a')] }, as: 'anonymous' } as const;
  expect((await server.board('/works/results/batch', call)).status).toBe(401);
});
