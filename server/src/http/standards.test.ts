import {
  calendarAnswerSchema,
  postedAnswerSchema,
  pulseAnswerSchema,
  standardDetailSchema,
  standardsAnswerSchema,
  unitPulseAnswerSchema,
} from '@emulation/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
});
afterEach(() => server.close());

const put = (path: string, body: object, as: 'steward' | 'anonymous' = 'steward') =>
  server.board(`/works/${path}`, { method: 'PUT', body, as });
const post = async (unit: string, value: number) =>
  read(postedAnswerSchema, await server.post({ unit, metric: 'output', value })).id;

describe('standards', () => {
  it('[ST9] is set once, raised with its proof, and read with everyone before it', async () => {
    expect((await server.board('/works/metrics/output/standard')).body).toMatchObject({
      status: 404,
      kind: 'unknown-standard',
    });
    const proof = await post('alpha', 12);
    await post('beta', 9);
    const path = 'metrics/output/standard';
    expect((await put(path, { value: 8 })).status).toBe(201);
    const raised = await put(path, { value: '12', result: proof, reason: 'alpha showed it' });
    expect(raised.status).toBe(200);
    expect(read(standardDetailSchema, raised)).toMatchObject({
      value: '12.00',
      previous: '8.00',
      result: proof,
      reached: 1,
      of: 2,
      now: 1,
      already: ['alpha'],
      missing: ['beta'],
      units: [
        { unit: 'alpha', reached: { result: proof }, score: '12.00', result: proof, now: true },
        { unit: 'beta', reached: null, score: '9.00', now: false },
      ],
      history: [{ value: '12.00', reason: 'alpha showed it' }, { value: '8.00' }],
    });
    const { seq } = read(standardsAnswerSchema, await server.board('/works/standards'));
    await put(path, { value: '12', result: proof, reason: 'alpha showed it' });
    const after = read(standardsAnswerSchema, await server.board('/works/standards'));
    expect(after).toMatchObject({ seq, standards: [{ metric: 'output', value: '12.00' }] });
  });

  it('[ST9] what does not fit is refused with the path at fault, and to strangers altogether', async () => {
    const path = 'metrics/output/standard';
    await put(path, { value: 8 });
    const refused = async (body: object, at = path) => (await put(at, body)).body;
    expect(await refused({ value: 7 })).toMatchObject({
      status: 400,
      kind: 'invalid',
      errors: [{ path: 'reason' }],
    });
    expect(await refused({})).toMatchObject({ status: 400, errors: [{ path: 'value' }] });
    expect(await refused({ value: 9, result: 'no' })).toMatchObject({
      status: 404,
      kind: 'unknown-result',
    });
    expect(await refused({ value: 9 }, 'metrics/none/standard')).toMatchObject({
      status: 404,
      kind: 'unknown-metric',
    });
    expect((await put(path, { value: 9 }, 'anonymous')).status).toBe(401);
  });
});

describe('the pulse', () => {
  it('[PL12] is read as rows, and every unit with what its row comes from', async () => {
    const result = await post('alpha', 12);
    await put('metrics/output/standard', { value: 10 });
    const answer = read(pulseAnswerSchema, await server.board('/works/pulse'));
    const row = (kind: string) => answer.rows.find((one) => one.kind === kind);
    expect(row('board')).toMatchObject({ units: { on: 1, of: 1, without: 2 }, daysSinceRecord: 0 });
    expect(row('standard')).toMatchObject({ metric: 'output', reached: 1, of: 1 });
    const unit = read(unitPulseAnswerSchema, await server.board('/works/units/alpha/pulse'));
    expect(unit).toMatchObject({
      seq: answer.seq,
      plans: [{ metric: 'output', state: 'on', score: '12.00', expected: '10.00', result }],
    });
    expect((await server.board('/works/units/nobody/pulse')).body).toMatchObject({
      kind: 'unknown-unit',
    });
  });

  it('[ST10] a standard that a running drive holds is refused with 409 and its name', async () => {
    await put('drives/june', {
      name: 'June drive',
      from: '2026-06-01',
      to: '2026-07-31',
      tasks: [{ id: 'more', metric: 'output', baseline: 1, target: 2 }],
      scoring: { kind: 'fulfilment' },
    });
    for (const to of ['pledging', 'running'])
      await server.board('/works/drives/june/state', { method: 'POST', body: { to } });
    const refused = await put('metrics/output/standard', { value: 10 });
    expect(refused.body).toMatchObject({ status: 409, kind: 'standard-fixed' });
    expect(refused.text).toContain('June drive');
  });
});

describe('the calendar', () => {
  it('[PL1] is Monday to Friday by month until a steward says otherwise', async () => {
    const calendar = async () => read(calendarAnswerSchema, await server.board('/works/calendar'));
    expect(await calendar()).toEqual({ workdays: [1, 2, 3, 4, 5], holidays: [], period: 'month' });
    const holidays = [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-05-01' }];
    const body = { workdays: [6, 1, 2], holidays, period: 'week' };
    expect((await put('calendar', body)).status).toBe(200);
    expect(await calendar()).toEqual({
      workdays: [1, 2, 6],
      holidays: [holidays[1], holidays[0]],
      period: 'week',
    });
  });

  it('[PL1] a day that does not exist, is named twice or is no weekday is refused by its path', async () => {
    const pathsOf = async (body: object) => (await put('calendar', body)).body;
    expect(await pathsOf({ holidays: [{ date: '2026-02-30' }] })).toMatchObject({
      status: 400,
      errors: [{ path: 'holidays.0.date' }],
    });
    const twice = [{ date: '2026-05-01' }, { date: '2026-05-01' }];
    expect(await pathsOf({ holidays: twice })).toMatchObject({
      errors: [{ path: 'holidays.1.date' }],
    });
    expect(await pathsOf({ workdays: [0] })).toMatchObject({ errors: [{ path: 'workdays.0' }] });
    expect(await pathsOf({ workdays: [] })).toMatchObject({ errors: [{ path: 'workdays' }] });
    expect((await put('calendar', { workdays: [1] }, 'anonymous')).status).toBe(401);
  });
});
