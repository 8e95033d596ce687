import {
  boardAnswerSchema,
  changeAnswerSchema,
  postedAnswerSchema,
  progressionAnswerSchema,
  resultAnswerSchema,
} from '@emulation/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, TestServer, type Call } from './testing/test-server.ts';

let server: TestServer;
let first: string;
let best: string;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
  const post = async (unit: string, value: number) =>
    read(postedAnswerSchema, await server.post({ unit, metric: 'output', value })).id;
  first = await post('alpha', 10);
  best = await post('beta', 20);
});
afterEach(() => server.close());

const change = (id: string, how: string, body?: object, more: Call = {}) =>
  server.board(`/works/results/${id}/${how}`, {
    method: 'POST',
    ...(body === undefined ? {} : { body }),
    ...more,
  });
const stateOf = async (id: string) =>
  read(resultAnswerSchema, await server.board(`/works/results/${id}`));
const line = async () =>
  read(
    progressionAnswerSchema,
    await server.board('/works/records/progression?metric=output&scope=board'),
  ).map(({ value, holders }) => `${value} ${holders.join()}`);
const seqOf = async () => read(boardAnswerSchema, await server.board('/works')).seq;

describe('verification', () => {
  it('[HT13] verifies with or without a body, once', async () => {
    const answer = read(changeAnswerSchema, await change(best, 'verification'));
    expect(answer).toMatchObject({ id: best, preview: false, result: { state: 'verified' } });
    const reason = { reason: 'seen by two' };
    expect((await change(first, 'verification', reason)).status).toBe(200);
    const again = await change(best, 'verification', {});
    expect(again.body).toMatchObject({ status: 409, kind: 'verified' });
  });
});

describe('annulment', () => {
  it('[HT13] recomputes as if the result had never stood, and says what was lost', async () => {
    const answer = read(changeAnswerSchema, await change(best, 'annulment', { reason: 'scale' }));
    expect(answer.result).toMatchObject({ state: 'annulled', reason: 'scale' });
    expect(answer.lost).toContainEqual({
      scope: 'board',
      key: '',
      now: expect.objectContaining({ value: '10.00', result: first }) as unknown,
    });
    expect(answer.ranking).toEqual([
      { metric: 'output', unit: 'beta', before: 1, after: null },
      { metric: 'output', unit: 'alpha', before: 2, after: 1 },
    ]);
    expect(answer.records).toContainEqual({
      scope: 'board',
      key: '',
      gone: [expect.objectContaining({ value: '20.00', result: best }) as unknown],
      back: [],
    });
    expect(await line()).toEqual(['10.00 alpha']);
  });

  it('[HT13] a second one is 409, and so is whatever else', async () => {
    await change(best, 'annulment', { reason: 'scale' });
    for (const [how, body] of [
      ['annulment', { reason: 'again' }],
      ['verification', {}],
      ['correction', { reason: 'why', value: 3 }],
    ] as const) {
      const answer = await change(best, how, body);
      expect(answer.body).toMatchObject({ status: 409, kind: 'annulled' });
    }
  });

  it.each([[{}], [{ reason: '' }], [{ reason: 5 }], [undefined]])(
    '[HT13] takes a reason: %j is 400',
    async (body) => {
      expect((await change(best, 'annulment', body)).status).toBe(400);
    },
  );
});

describe('correction', () => {
  it('[HT13] moves the record and keeps what was announced', async () => {
    const body = { value: '9.50', reason: 'misread' };
    const answer = read(changeAnswerSchema, await change(best, 'correction', body));
    expect(answer.result).toMatchObject({ value: '9.50', announced: { value: '20.00' } });
    expect(await line()).toEqual(['10.00 alpha']);
  });

  it('[HT13] must change something, and within the rules of a post', async () => {
    const reason = 'why';
    expect((await change(best, 'correction', { reason })).status).toBe(400);
    for (const [path, body] of [
      ['value', { value: 'many' }],
      ['achievedAt', { achievedAt: '2999-01-01' }],
      ['partners.0.unit', { partners: [{ unit: 'beta' }] }],
      ['unit', { note: 'moved', unit: 'alpha' }],
    ] as const) {
      const answer = await change(best, 'correction', { reason, ...body });
      expect(answer.body).toMatchObject({ status: 400, errors: [{ path }] });
    }
  });
});

describe('preview', () => {
  it.each([
    ['verification', {}, 'verified'],
    ['annulment', { reason: 'scale' }, 'annulled'],
    ['correction', { reason: 'misread', value: 1 }, 'provisional'],
  ])('[HT13] of a %s says what would change and changes nothing', async (how, body, state) => {
    const before = await seqOf();
    const preview = read(changeAnswerSchema, await change(best, `${how}?preview=true`, body));
    expect(preview).toMatchObject({ preview: true, seq: before, result: { state } });
    expect(await seqOf()).toBe(before);
    expect(await stateOf(best)).toMatchObject({ state: 'provisional', value: '20.00' });
    expect(await line()).toEqual(['10.00 alpha', '20.00 beta']);
    const done = read(changeAnswerSchema, await change(best, how, body));
    expect(done).toMatchObject({
      preview: false,
      result: preview.result,
      lost: preview.lost,
      ranking: preview.ranking,
      drives: preview.drives,
      honours: preview.honours,
    });
  });

  it('[HT13] says true or false and nothing else', async () => {
    const answer = await change(best, 'annulment?preview=maybe', { reason: 'x' });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ path: 'preview' }] });
  });
});

it.each(['verification', 'annulment', 'correction'])(
  '[HT7] a %s of an unknown result is 404',
  async (how) => {
    const body =
      how === 'verification' ? {} : { reason: 'x', ...(how === 'correction' && { value: 1 }) };
    for (const id of ['zzz', '00000000-0008-8000-8000-000000000000'])
      expect((await change(id, how, body)).body).toMatchObject({ kind: 'unknown-result' });
  },
);

it('[ID1] changing a result takes the steward', async () => {
  for (const how of ['verification', 'annulment', 'correction'])
    expect((await change(best, how, { reason: 'x' }, { as: 'anonymous' })).status).toBe(401);
});
