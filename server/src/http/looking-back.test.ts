import {
  distributionAnswerSchema,
  feedAnswerSchema,
  headToHeadAnswerSchema,
  postedAnswerSchema,
  problemSchema,
  rankingAnswerSchema,
  rankingHistoryAnswerSchema,
  recordsAnswerSchema,
} from '@emulation/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, TestServer } from './testing/test-server.ts';

let server: TestServer;
const results = [
  ['alpha', 10, '2026-06-01'],
  ['beta', 20, '2026-06-02'],
  ['gamma', 20, '2026-06-03'],
] as const;

beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
  for (const [unit, value, achievedAt] of results)
    read(postedAnswerSchema, await server.post({ unit, metric: 'output', value, achievedAt }));
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  server.board(`/works/${path}`, { as: 'anonymous', headers });
const wrongPath = async (path: string) => {
  const answer = await get(path);
  expect(answer.status).toBe(400);
  return read(problemSchema, answer).errors?.[0]?.path;
};

describe('the past of a board', () => {
  it('[SP1] the history of a ranking is told moment by moment', async () => {
    const answer = await get('rankings/history?metric=output&steps=10');
    const { frames, span } = read(rankingHistoryAnswerSchema, answer);
    expect(span).toEqual({ from: '2026-06-01', to: '2026-06-03' });
    expect(frames.map(({ at, ids }) => `${at} ${ids.join(' ')}`)).toEqual([
      '2026-06-01 alpha',
      '2026-06-02 beta alpha',
      '2026-06-03 beta gamma alpha',
    ]);
  });

  it('[SP4] a history that did not change is answered with 304, whatever was posted elsewhere', async () => {
    const path = 'rankings/history?metric=output&to=2026-06-02';
    const first = await get(path);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"/);
    expect((await get(path, { 'if-none-match': tag })).status).toBe(304);
    await server.post({ unit: 'alpha', metric: 'output', value: 1, achievedAt: '2026-06-03' });
    expect((await get(path, { 'if-none-match': tag })).status).toBe(304);
    await server.post({ unit: 'alpha', metric: 'output', value: 99, achievedAt: '2026-06-02' });
    expect((await get(path, { 'if-none-match': tag })).status).toBe(200);
  });

  it('[SP7] rankings and records are told as of a moment', async () => {
    const at = 'at=2026-06-02T12:00:00Z';
    const ranking = read(rankingAnswerSchema, await get(`rankings?metric=output&limit=1&${at}`));
    expect([ranking.total, ranking.offset, ranking.rows.length]).toEqual([2, 0, 1]);
    const past = read(recordsAnswerSchema, await get(`records?metric=output&scope=board&${at}`));
    expect(past.records[0]?.achievedAt.slice(0, 10)).toBe('2026-06-02');
  });

  it('[SP5] [SP6] a page of a ranking, of the units of a sector', async () => {
    const path = 'rankings?metric=output&sector=south&limit=1&offset=0';
    const { total, rows } = read(rankingAnswerSchema, await get(path));
    expect([total, rows[0]?.unit, rows[0]?.place]).toEqual([1, 'gamma', 2]);
  });

  it('[SP8] units meet each other month by month', async () => {
    const path = 'rankings/head-to-head?metric=output&units=beta,gamma';
    const meeting = read(headToHeadAnswerSchema, await get(path));
    expect([meeting.met, meeting.wins]).toEqual([1, [1, 1]]);
  });

  it('[SP9] results are told by their values', async () => {
    const answer = await get('results/distribution?metric=output&unit=beta');
    expect(read(distributionAnswerSchema, answer).count).toBe(1);
  });

  it('[SP10] the feed takes several kinds, a metric, a unit, a sector and a moment', async () => {
    const path = 'feed?kind=record,verification&metric=output&sector=south&unit=gamma&limit=2';
    const { happenings } = read(feedAnswerSchema, await get(path));
    expect(happenings.map(({ kind }) => kind)).toContain('record');
    const before = await get('feed?until=2000-01-01T00:00:00Z');
    expect(read(feedAnswerSchema, before).happenings).toEqual([]);
  });

  it('[SP11] what is asked wrongly is named by its path', async () => {
    expect(await wrongPath('rankings/history?metric=output&steps=501')).toBe('steps');
    expect(await wrongPath('rankings/history?metric=output&top=51')).toBe('top');
    expect(await wrongPath('rankings/history?metric=output&from=2026-06-02&to=2026-06-01')).toBe(
      'to',
    );
    expect(await wrongPath('rankings?metric=output&at=yesterday')).toBe('at');
    expect(await wrongPath('rankings?metric=output&offset=-1')).toBe('offset');
    expect(await wrongPath('rankings/head-to-head?metric=output&units=beta')).toBe('units');
    expect(await wrongPath('rankings/head-to-head?metric=output&units=beta,nobody')).toBe('units');
    expect(await wrongPath('feed?kind=record,riot')).toMatch(/^kind/);
    expect((await get('rankings/history?metric=nothing')).status).toBe(404);
  });
});
