import {
  changeAnswerSchema,
  historyAnswerSchema,
  postedAnswerSchema,
  resultAnswerSchema,
  verificationAnswerSchema,
} from '@emulation/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputMetric, read, TestServer, type Call } from './testing/test-server.ts';

let server: TestServer;
let first: string;
let best: string;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
  const body = { ...outputMetric, breakthroughMargin: 5 };
  await server.board('/works/metrics/output', { method: 'PUT', body });
  const post = async (unit: string, value: number) =>
    read(postedAnswerSchema, await server.post({ unit, metric: 'output', value })).id;
  first = await post('alpha', 10);
  best = await post('beta', 20);
});
afterEach(() => server.close());

const call = (id: string, how: string, body?: object, more: Call = {}) =>
  server.board(`/works/results/${id}/${how}`, {
    method: 'POST',
    ...(body === undefined ? {} : { body }),
    ...more,
  });
const setRules = (body: object) =>
  server.board('/works/verification-rules', { method: 'PUT', body });
const queue = async () => read(verificationAnswerSchema, await server.board('/works/verification'));
const waiting = async () =>
  (await queue()).cases.map(({ result, missing }) => `${result.unit}: ${missing.join(' ')}`);
const historyOf = async (id: string) =>
  read(historyAnswerSchema, await server.board(`/works/results/${id}/history`));
const resultOf = async (id: string) =>
  read(resultAnswerSchema, await server.board(`/works/results/${id}`));

describe('rules', () => {
  it('[VF7] are put and read; breakthroughs always need a verification', async () => {
    const rules = { witnesses: 0, objectionDays: 0, breakthroughsNeedVerification: true };
    const get = () => server.board('/works/verification-rules', { as: 'anonymous' });
    expect((await get()).body).toEqual(rules);
    const answer = await setRules({ witnesses: 1, objectionDays: 14 });
    expect(answer).toMatchObject({
      status: 200,
      body: { ...rules, witnesses: 1, objectionDays: 14 },
    });
    expect((await get()).body).toEqual(answer.body);
  });

  it.each([
    ['witnesses', { witnesses: 2, objectionDays: 0 }],
    ['objectionDays', { witnesses: 0, objectionDays: 61 }],
    ['objectionDays', { witnesses: 0, objectionDays: 0.5 }],
    ['objectionDays', { witnesses: 0 }],
    [
      'breakthroughsNeedVerification',
      { witnesses: 0, objectionDays: 0, breakthroughsNeedVerification: false },
    ],
    ['jury', { witnesses: 0, objectionDays: 0, jury: true }],
  ])('[VF7] %s as it must not be is 400', async (path, body) => {
    expect((await setRules(body)).body).toMatchObject({ status: 400, errors: [{ path }] });
  });
});

describe('the queue', () => {
  it('[VF8] holds standing records and breakthroughs, these first, with what is missing', async () => {
    const { cases, ...summary } = await queue();
    expect(summary).toMatchObject({ waiting: 1, breakthroughs: 1 });
    expect(cases).toMatchObject([
      {
        result: { id: best },
        breakthrough: true,
        missing: ['verification'],
        lines: [
          { scope: 'board', key: '', standing: true, previous: { result: first } },
          { scope: 'sector', key: 'north', standing: true },
          { scope: 'unit', key: 'beta', previous: null },
        ],
      },
    ]);
    // Beaten without a breakthrough: the older one of them waits for a verification all the same.
    const next = read(
      postedAnswerSchema,
      await server.post({ unit: 'gamma', metric: 'output', value: 21 }),
    );
    expect(await waiting()).toEqual(['beta: verification', 'gamma: verification']);
    await call(best, 'verification');
    expect(await waiting()).toEqual(['gamma: verification']);
    await call(next.id, 'verification');
    expect(await waiting()).toEqual([]);
  });

  it('[VF1] a record goes through witness, verification, window and objection', async () => {
    await setRules({ witnesses: 1, objectionDays: 1 });
    expect(await waiting()).toEqual(['beta: verification attestation']);
    await call(best, 'attestation', { unit: 'gamma', note: 'saw it' });
    const evidence = [{ url: 'https://example.org/protocol.pdf', title: 'Protocol' }];
    await call(best, 'verification', { evidence });
    expect(await waiting()).toEqual(['beta: window']);
    await call(best, 'objections', { unit: 'alpha', reason: 'the scale was not checked' });
    server.clock.advance(10 * 86_400_000);
    expect(await waiting()).toEqual(['beta: settlement']);
    const settled = await call(best, 'objections/1/settlement', {
      decision: 'dismissed',
      reason: 'checked on the 1st',
    });
    expect(settled.status).toBe(200);
    expect(await waiting()).toEqual([]);
    expect(await resultOf(best)).toMatchObject({
      state: 'verified',
      attestedBy: ['gamma'],
      evidence,
      ratifiesAt: new Date(server.clock.now()).toISOString(),
    });
    expect((await call(best, 'objections', { reason: 'late' })).body).toMatchObject({
      status: 409,
      kind: 'ratified',
    });
  });
});

describe('refusals', () => {
  it('[VF9] a party cannot attest its own result, nobody twice', async () => {
    expect((await call(best, 'attestation', { unit: 'beta' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'unit' }],
    });
    expect((await call(best, 'attestation', { unit: 'nobody' })).body).toMatchObject({
      status: 404,
      kind: 'unknown-unit',
    });
    expect((await call(best, 'attestation', { unit: 'gamma' })).status).toBe(200);
    expect((await call(best, 'attestation', { unit: 'gamma' })).body).toMatchObject({
      status: 409,
      kind: 'attested',
    });
  });

  it('[VF9] objections: a reason, a known unit; a settlement: an open one of this result', async () => {
    const refused = async (how: string, body: object) => (await call(best, how, body)).body;
    expect(await refused('objections', {})).toMatchObject({ errors: [{ path: 'reason' }] });
    expect(await refused('objections', { reason: 'x', unit: 'nobody' })).toMatchObject({
      kind: 'unknown-unit',
    });
    await call(best, 'objections', { reason: 'x' });
    const ok = { decision: 'dismissed', reason: 'y' };
    for (const objection of ['2', '0', 'one', '1.0'])
      expect(await refused(`objections/${objection}/settlement`, ok)).toMatchObject({
        kind: 'unknown-objection',
      });
    expect(await refused('objections/1/settlement', { ...ok, decision: 'ok' })).toMatchObject({
      status: 400,
      errors: [{ path: 'decision' }],
    });
    await call(best, 'objections/1/settlement', ok);
    expect(await refused('objections/1/settlement', ok)).toMatchObject({ kind: 'settled' });
  });

  it.each([['javascript:alert(1)'], ['ftp://x'], ['https://'], ['notes.txt']])(
    '[VF9] evidence is a link that opens in a browser: %s is 400',
    async (url) => {
      const answer = await call(best, 'verification', { evidence: [{ url }] });
      expect(answer.body).toMatchObject({ status: 400, errors: [{ path: 'evidence.0.url' }] });
    },
  );

  it('[VF9] all of it takes the steward', async () => {
    for (const how of ['attestation', 'objections', 'objections/1/settlement', 'rejection'])
      expect((await call(best, how, { reason: 'x' }, { as: 'anonymous' })).status).toBe(401);
  });
});

describe('rejection', () => {
  it('[VF4] says what it changes before and after, and both truths stay readable', async () => {
    const body = { reason: 'the counter had not been reset' };
    const preview = read(changeAnswerSchema, await call(best, 'rejection?preview=true', body));
    expect(preview.records).toContainEqual({
      scope: 'board',
      key: '',
      gone: [expect.objectContaining({ result: best }) as unknown],
      back: [],
    });
    const done = read(changeAnswerSchema, await call(best, 'rejection', body));
    expect(done).toMatchObject({ lost: preview.lost, records: preview.records });
    expect(await resultOf(best)).toMatchObject({ state: 'annulled', rejected: true, ...body });
    expect(await historyOf(best)).toMatchObject({
      result: { value: '20.00' },
      lines: [],
      missing: [],
      events: [
        { kind: 'posted', unit: 'beta', value: '20.00' },
        { kind: 'rejected', actor: 'steward', ...body },
      ],
    });
  });
});

describe('history', () => {
  it('[VF10] tells every step with who and when, the oldest first', async () => {
    await call(best, 'attestation', { unit: 'gamma' });
    await call(best, 'correction', { value: '18', reason: 'misread' });
    server.clock.advance(1000);
    await call(best, 'verification', { reason: 'seen' });
    const { events, result, lines } = await historyOf(best);
    expect(events).toMatchObject([
      { kind: 'posted', value: '20.00' },
      { kind: 'attested', unit: 'gamma', actor: 'steward' },
      { kind: 'corrected', before: { value: '20.00' }, after: { value: '18.00' } },
      { kind: 'verified', reason: 'seen', at: '2026-06-30T12:00:01.000Z' },
    ]);
    expect(result).toMatchObject({ value: '18.00', announced: { value: '20.00' } });
    expect(result.attestedBy).toBeUndefined();
    expect(lines[0]).toMatchObject({ scope: 'board', standing: true, breakthrough: true });
    expect((await server.board('/works/results/zzz/history')).status).toBe(404);
  });
});
