import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
const note = '=HYPERLINK("http://evil.example","x")';

beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
  const put = (path: string, body: object) =>
    server.board(`/works/${path}`, { method: 'PUT', body });
  await put('units/beta', { name: '+Beta, "the best"', sector: 'north' });
  await put('units/gamma', { name: '감마 Đội ấ', sector: 'south' });
  await server.post({ unit: 'alpha', metric: 'output', value: '-5', achievedAt: '2026-06-01' });
  await server.post({
    unit: 'beta',
    metric: 'output',
    value: '12.3',
    achievedAt: '2026-06-30T10:00:00Z',
    note,
    partners: [{ unit: 'gamma', role: 'helped' }],
  });
});
afterAll(() => server.close());

const csvOf = async (path: string, as: 'steward' | 'anonymous' = 'anonymous') => {
  const answer = await server.board(`/works${path}`, { as });
  return { answer, rows: parse(answer.text) };
};

async function sheetOf(path: string): Promise<unknown[][]> {
  const answer = await server.board(`/works${path}`);
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const sheets = await readXlsx(answer.bytes ?? Buffer.of());
  return sheets[0]?.data ?? [];
}

describe('a list as a file', () => {
  it('[OT1] has the address of the list with its ending, a name and a type', async () => {
    const { answer, rows } = await csvOf('/rankings.csv?metric=output');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="works-rankings-output.csv"',
    );
    expect(rows).toEqual([
      ['place', 'unit', 'unit_name', 'sector', 'sector_name', 'score', 'results', 'reached_at'],
      [
        '1',
        'beta',
        '\'+Beta, "the best"',
        'north',
        'North',
        '12.30',
        '1',
        '2026-06-30T12:00:00+02:00',
      ],
      ['1', 'gamma', '감마 Đội ấ', 'south', 'South', '12.30', '1', '2026-06-30T12:00:00+02:00'],
      ['3', 'alpha', 'alpha', 'north', 'North', '-5.00', '1', '2026-06-01'],
    ]);
  });

  it.each([
    '/records.csv',
    '/records/progression.csv?metric=output',
    '/results.csv',
    '/feed.csv',
    '/pulse.csv',
    '/pulse/standstill.csv',
    '/standards.csv',
    '/honours.csv',
    '/model-units.csv',
    '/cooperation.csv',
    '/experiences.csv',
  ])('[OT1] %s has as many columns in each row, and the workbook the same', async (path) => {
    const { answer, rows } = await csvOf(path);
    expect(answer.status).toBe(200);
    const [header = []] = rows;
    for (const row of rows) expect(row).toHaveLength(header.length);
    const sheet = await sheetOf(path.replace('.csv', '.xlsx'));
    expect(sheet[0]).toEqual(header);
    expect(sheet).toHaveLength(rows.length);
  });

  it('[OT2] decimals are exact, times have the zone of the board, dates stay dates', async () => {
    const { rows } = await csvOf('/results.csv');
    const [header = [], first = [], second = []] = rows;
    const of = (row: string[], name: string) => row[header.indexOf(name)];
    expect(of(first, 'value')).toBe('12.30');
    expect(of(first, 'achieved_at')).toBe('2026-06-30T12:00:00+02:00');
    expect(of(first, 'partners')).toBe('감마 Đội ấ');
    expect(of(second, 'value')).toBe('-5.00');
    expect(of(second, 'achieved_at')).toBe('2026-06-01');
  });

  it('[OT3] a text that begins like a formula is a text, a negative number a number', async () => {
    const { rows } = await csvOf('/results.csv');
    const [header = [], first = []] = rows;
    expect(first[header.indexOf('note')]).toBe(`'${note}`);
    expect(first[header.indexOf('unit')]).toBe('\'+Beta, "the best"');
    const sheet = await sheetOf('/results.xlsx');
    const at = sheet[0]?.indexOf('note') ?? -1;
    expect(sheet[1]?.[at]).toBe(note);
  });

  it('[OT4] another reader finds numbers, dates and texts in the workbook', async () => {
    const sheet = await sheetOf('/rankings.xlsx?metric=output');
    expect(sheet[1]).toEqual([
      1,
      'beta',
      '+Beta, "the best"',
      'north',
      'North',
      12.3,
      1,
      // What the clock on the wall of the board shows: a workbook knows no zones.
      new Date('2026-06-30T12:00:00Z'),
    ]);
    expect(sheet[3]).toEqual([
      3,
      'alpha',
      'alpha',
      'north',
      'North',
      -5,
      1,
      new Date('2026-06-01'),
    ]);
  });

  it('[OT6] unknown names and parameters are refused as for the list', async () => {
    for (const ending of ['csv', 'xlsx']) {
      expect((await server.board(`/works/rankings.${ending}?metric=no`)).status).toBe(404);
      const bad = await server.board(`/works/rankings.${ending}?metric=output&from=June`);
      expect([bad.status, bad.text]).toEqual([400, expect.stringContaining('"path":"from"')]);
      expect((await server.board(`/works/results.${ending}?limit=5`)).status).toBe(400);
    }
  });

  it('[OT6] a board that may not be seen has no files', async () => {
    await server.openWorks('closed', 'private');
    const answers = await Promise.all(
      ['/closed/results.csv', '/nowhere/results.csv', '/closed/results.xlsx'].map((path) =>
        server.board(path, { as: 'anonymous' }),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });
});
