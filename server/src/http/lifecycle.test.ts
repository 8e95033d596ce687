import {
  boardAnswerSchema,
  mergerPreviewSchema,
  postedAnswerSchema,
  problemSchema,
  rankingAnswerSchema,
  resultsAnswerSchema,
  unitAnswerSchema,
} from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { read, TestServer } from './testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
  await server.post({ unit: 'alpha', metric: 'output', value: '10' }, 'a');
  await server.post({ unit: 'beta', metric: 'output', value: '20' }, 'b');
  await server.post({ unit: 'gamma', metric: 'output', value: '15' }, 'c');
});
afterEach(() => server.close());

const retire = (path: string, method = 'PUT') =>
  server.board(`/works/${path}/retirement`, {
    method,
    ...(method === 'PUT' ? { body: { reason: 'closed' } } : {}),
  });
const merge = (id: string, into: string) =>
  server.board(`/works/units/${id}/merger`, { body: { into } });
const ranked = async () => {
  const answer = await server.board('/works/rankings?metric=output');
  return read(rankingAnswerSchema, answer).rows.map(({ unit, score }) => [unit, score]);
};
const kindOf = async (answer: ReturnType<TestServer['post']>) =>
  read(problemSchema, await answer).kind;

it('[LC1] a retired unit takes nothing new; its history stays, and it can come back', async () => {
  const unit = read(unitAnswerSchema, await retire('units/beta'));
  expect(unit).toMatchObject({ id: 'beta', retired: '2026-06-30T12:00:00.000Z' });
  const { seq } = read(boardAnswerSchema, await server.board('/works'));
  expect((await retire('units/beta')).status).toBe(200);
  expect(read(boardAnswerSchema, await server.board('/works')).seq).toBe(seq);
  const post = { unit: 'beta', metric: 'output', value: '30' };
  expect(await kindOf(server.post(post))).toBe('retired');
  const joint = { unit: 'alpha', metric: 'output', value: '30', partners: [{ unit: 'beta' }] };
  expect(await kindOf(server.post(joint))).toBe('retired');
  expect(await ranked()).toEqual([
    ['beta', '20.00'],
    ['gamma', '15.00'],
    ['alpha', '10.00'],
  ]);
  expect(read(unitAnswerSchema, await retire('units/beta', 'DELETE')).retired).toBeUndefined();
  expect((await server.post(post)).status).toBe(201);
});

it('[LC2] a retired metric takes nothing new, a sector only without units', async () => {
  expect((await retire('metrics/output')).status).toBe(200);
  expect(await kindOf(server.post({ unit: 'beta', metric: 'output', value: '1' }))).toBe('retired');
  const refused = await retire('sectors/south');
  expect([refused.status, read(problemSchema, refused).kind]).toEqual([409, 'in-use']);
  await retire('units/gamma');
  expect((await retire('sectors/south')).status).toBe(200);
  const moved = server.board('/works/units/beta', {
    method: 'PUT',
    body: { name: 'beta', sector: 'south' },
  });
  expect(await kindOf(moved)).toBe('retired');
  expect((await retire('units/nobody')).status).toBe(404);
});

it('[LC3] a merged unit counts as the other, as if it had always been one; both names stay', async () => {
  const unit = read(unitAnswerSchema, await merge('beta', 'alpha'));
  expect(unit).toMatchObject({ id: 'alpha', formerly: [{ id: 'beta', name: 'beta' }] });
  expect(await ranked()).toEqual([
    ['alpha', '20.00'],
    ['gamma', '15.00'],
  ]);
  const results = await server.board('/works/results?unit=alpha');
  expect(read(resultsAnswerSchema, results).results).toHaveLength(2);
  const { units } = read(boardAnswerSchema, await server.board('/works'));
  expect(units.find(({ id }) => id === 'beta')).toMatchObject({ mergedInto: 'alpha' });
  const late = await server.post({ unit: 'beta', metric: 'output', value: '1' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('merged into');
  const posted = await server.post({ unit: 'alpha', metric: 'output', value: '20' });
  expect(read(postedAnswerSchema, posted).records).toMatchObject([
    { scope: 'board', kind: 'equalled' },
    {},
    {},
  ]);
});

it('[LC4] units that share a result are two, and a merger is made once and stays', async () => {
  const joint = { unit: 'alpha', metric: 'output', value: '5', partners: [{ unit: 'gamma' }] };
  await server.post(joint);
  expect(await kindOf(merge('gamma', 'alpha'))).toBe('in-use');
  expect((await merge('alpha', 'alpha')).status).toBe(400);
  expect((await merge('alpha', 'nobody')).status).toBe(404);
  await merge('beta', 'gamma');
  expect(await kindOf(merge('beta', 'alpha'))).toBe('merged');
  expect(await kindOf(retire('units/beta', 'DELETE'))).toBe('merged');
  expect(
    (await server.board('/works/units/alpha/merger', { body: { into: 'gamma' }, as: 'anonymous' }))
      .status,
  ).toBe(401);
});

it('[LC6] what a merger would do is told before, and nothing is done', async () => {
  const ask = (from: string, into: string, as?: 'anonymous') =>
    server.board(`/works/units/${from}/merger?into=${into}`, as ? { as } : {});
  const before = await ranked();
  const preview = read(mergerPreviewSchema, await ask('beta', 'alpha'));
  expect(preview).toMatchObject({ results: 1, metrics: [{ metric: 'output', results: 1 }] });
  expect(
    preview.records.map(({ before: { holders }, after }) => [holders, after?.holders]),
  ).toEqual(preview.records.map(() => [['beta'], ['alpha']]));
  expect(preview.records.length).toBeGreaterThan(0);
  expect(await ranked()).toEqual(before);
  expect((await ask('beta', 'beta')).status).toBe(400);
  expect((await ask('beta', 'nobody')).status).toBe(404);
  expect((await ask('beta', 'alpha', 'anonymous')).status).toBe(401);
});
