import {
  feedAnswerSchema,
  postedAnswerSchema,
  problemSchema,
  progressionAnswerSchema,
  rankingAnswerSchema,
  recordsAnswerSchema,
} from '@emulation/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredEntry } from '../ledger/ledger.ts';
import { outputMetric, read, TestServer } from './testing/test-server.ts';

let server: TestServer;
const results = [
  ['alpha', 10, '2026-06-01'],
  ['beta', 20, '2026-06-02'],
  ['gamma', 20, '2026-06-03'],
  ['delta', 5, '2026-06-04'],
  ['alpha', 30, '2026-05-01'],
] as const;

beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
  const put = (path: string, body: object) =>
    server.board(`/works/${path}`, { method: 'PUT', body });
  await put('units/delta', { name: 'Delta', sector: 'south' });
  await put('metrics/medals', { ...outputMetric, decimals: 0 });
  for (const [unit, value, achievedAt] of results)
    read(postedAnswerSchema, await server.post({ unit, metric: 'output', value, achievedAt }));
  await server.post({ unit: 'gamma', metric: 'medals', value: 1, achievedAt: '2026-06-01' });
});
afterAll(() => server.close());

const get = (path: string) => server.board(`/works/${path}`, { as: 'anonymous' });
const places = async (query: string) => {
  const { rows } = read(rankingAnswerSchema, await get(`rankings?metric=output${query}`));
  return rows.map(({ place, unit, sector, score }) => `${place} ${unit ?? sector} ${score}`);
};

describe('rankings', () => {
  it('[HT15] share places between equal scores', async () => {
    expect(await places('')).toEqual([
      '1 alpha 30.00',
      '2 beta 20.00',
      '2 gamma 20.00',
      '4 delta 5.00',
    ]);
  });

  it('[HT15] take a period of days, inclusive', async () => {
    expect(await places('&from=2026-06-01&to=2026-06-02')).toEqual([
      '1 beta 20.00',
      '2 alpha 10.00',
    ]);
  });

  it('[HT15] take tie-breaks in their order', async () => {
    const tied = ['1 alpha 30.00', '2 beta 20.00', '3 gamma 20.00', '4 delta 5.00'];
    expect(await places('&tieBreaks=earliest')).toEqual(tied);
    const medals = ['1 alpha 30.00', '2 gamma 20.00', '3 beta 20.00', '4 delta 5.00'];
    expect(await places('&tieBreaks=countback:medals,earliest')).toEqual(medals);
  });

  it('[HT15] rank sectors by the sector written on the result, under any aggregate', async () => {
    expect(await places('&by=sector&aggregate=sum')).toEqual(['1 north 60.00', '2 south 25.00']);
  });

  it('[HT15] show a number of rows, also around a unit', async () => {
    expect(await places('&limit=2')).toEqual(['1 alpha 30.00', '2 beta 20.00']);
    expect(await places('&limit=1&around=delta')).toEqual(['4 delta 5.00']);
    expect(await places('&limit=1&by=sector&around=south')).toEqual(['2 south 20.00']);
  });

  it('[HT15] is whole unless a number of rows is asked for', async () => {
    const lines = Array.from({ length: 120 }, (_, at) => `North,Press ${at},parts,t,${at}`);
    const header = 'sector,unit,metric,unit_of_measure,value,direction,achieved_at,partners,note';
    const body = [header, ...lines.map((line) => `${line},higher,2026-06-01,,`)].join('\n');
    const rows = async (query: string) =>
      read(rankingAnswerSchema, await get(`rankings?metric=parts${query}`)).rows;
    const imported = await server.board('/works/import', {
      raw: body,
      headers: { 'content-type': 'text/csv' },
    });
    expect(imported.status).toBe(200);
    expect(await rows('')).toHaveLength(120);
    expect(await rows('&limit=7')).toHaveLength(7);
    expect(await rows('&around=press-60')).toHaveLength(50);
  });

  it.each([
    ['metric', 'rankings'],
    ['by', 'rankings?metric=output&by=person'],
    ['aggregate', 'rankings?metric=output&aggregate=median'],
    ['tieBreaks', 'rankings?metric=output&tieBreaks=luck'],
    ['limit', 'rankings?metric=output&limit=10001'],
    ['from', 'rankings?metric=output&from=June'],
    ['to', 'rankings?metric=output&from=2026-06-02&to=2026-06-01'],
    ['scope', 'records?scope=world'],
    ['metric', 'records/progression'],
    ['sector', 'records/progression?metric=output&scope=sector'],
    ['unit', 'records/progression?metric=output&scope=unit'],
    ['before', 'feed?before=yesterday'],
    ['kind', 'feed?kind=rumour'],
    ['limit', 'feed?limit=0'],
  ])('[HT8] a bad %s is 400 and named: %s', async (path, query) => {
    const answer = await get(query);
    expect(answer.status).toBe(400);
    expect(read(problemSchema, answer).errors?.[0]?.path).toBe(path);
  });

  it.each([
    ['unknown-metric', 'rankings?metric=nothing'],
    ['unknown-metric', 'rankings?metric=output&tieBreaks=countback:nothing'],
    ['unknown-unit', 'rankings?metric=output&around=nobody'],
    ['unknown-sector', 'rankings?metric=output&by=sector&around=alpha'],
    ['unknown-metric', 'records?metric=nothing'],
    ['unknown-sector', 'records?sector=nowhere'],
    ['unknown-unit', 'records?unit=nobody'],
    ['unknown-metric', 'records/progression?metric=nothing'],
    ['unknown-unit', 'records/progression?metric=output&scope=unit&unit=nobody'],
  ])('[HT7] an id the board does not have is 404, %s: %s', async (kind, query) => {
    expect((await get(query)).body).toMatchObject({ status: 404, kind });
  });
});

describe('records', () => {
  it('[HT16] stand by metric, scope, sector and unit', async () => {
    const { records } = read(recordsAnswerSchema, await get('records?metric=output'));
    expect(records.filter(({ scope }) => scope === 'board')).toMatchObject([
      { value: '30.00', holders: ['alpha'], achievedAt: '2026-05-01' },
    ]);
    expect(records.filter(({ scope }) => scope === 'unit')).toHaveLength(4);
    const south = read(recordsAnswerSchema, await get('records?scope=sector&sector=south'));
    expect(south.records.map(({ metric, value }) => [metric, value])).toEqual([
      ['output', '20.00'],
      ['medals', '1'],
    ]);
  });

  it('[HT16] progress in an array, oldest first, the board where no scope is named', async () => {
    const marks = read(progressionAnswerSchema, await get('records/progression?metric=output'));
    expect(marks).toMatchObject([{ value: '30.00', kind: 'new', sector: 'north' }]);
    const query = 'records/progression?metric=output&scope=sector&sector=south';
    const south = read(progressionAnswerSchema, await get(query));
    expect(south.map(({ value, holders }) => [value, ...holders])).toEqual([['20.00', 'gamma']]);
  });
});

describe('the feed', () => {
  it('[HT17] is newest first, in pages that follow each other', async () => {
    const all = read(feedAnswerSchema, await get('feed?limit=500'));
    expect(all.happenings.length).toBeGreaterThan(10);
    const places = all.happenings.map(({ seq, n }) => seq * 1000 + n);
    expect(places).toEqual([...places].sort((a, b) => b - a));
    const paged: unknown[] = [];
    let query = 'feed?limit=4';
    for (;;) {
      const page = read(feedAnswerSchema, await get(query));
      paged.push(...page.happenings);
      if (page.next === undefined) break;
      query = `feed?limit=4&before=${page.next}`;
    }
    expect(paged).toEqual(all.happenings);
  });

  it('[HT17] tells of one kind alone', async () => {
    const { happenings } = read(feedAnswerSchema, await get('feed?kind=new-leader'));
    expect(happenings.length).toBeGreaterThan(0);
    expect(new Set(happenings.map(({ kind }) => kind))).toEqual(new Set(['new-leader']));
  });
});

describe('the export', () => {
  const entriesOf = (text: string) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      // What the ledger stored is what the export says.
      .map((line) => JSON.parse(line) as StoredEntry);

  it('[HT18] is every entry in order, one a line, with its place in the hash chain', async () => {
    const answer = await server.board('/works/ledger');
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    const entries = entriesOf(answer.text);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
    for (const [at, entry] of entries.entries())
      expect(entry.prev).toBe(entries[at - 1]?.hash ?? '0'.repeat(64));
    expect(entries[0]).toMatchObject({ actor: 'steward:token', fact: { type: 'board.opened' } });
  });

  it('[HT18] goes on after a position, in as many pages as it takes', async () => {
    const more = Array.from({ length: 1200 }, (_, at) =>
      server.post({
        unit: 'alpha',
        metric: 'medals',
        value: at % 7,
        achievedAt: '2026-06-01',
      }),
    );
    await Promise.all(more);
    const entries = entriesOf((await server.board('/works/ledger?since=3')).text);
    expect(entries[0]?.seq).toBe(4);
    expect(entries.length).toBeGreaterThan(1200);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 4));
    expect((await server.board('/works/ledger?since=999999')).text).toBe('');
  });

  it('[HT18] takes the steward, and a position', async () => {
    expect((await get('ledger')).status).toBe(401);
    const answer = await server.board('/works/ledger?since=-1');
    expect(answer.body).toMatchObject({ status: 400, errors: [{ path: 'since' }] });
  });
});
