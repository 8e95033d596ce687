import {
  boardAnswerSchema,
  importRecordsSchema,
  problemSchema,
  rankingAnswerSchema,
  resultsAnswerSchema,
  undoAnswerSchema,
} from '@emulation/shared';
import writeXlsx from 'write-excel-file/node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { read, stewardToken, TestServer } from '../http/testing/test-server.ts';
import { importAnswerSchema } from './answer.ts';
import { csv } from './testing/import-board.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
  await server.openWorks();
  await server.post({ unit: 'alpha', metric: 'output', value: '10' }, 'a');
});
afterEach(() => server.close());

const type = { 'content-type': 'text/csv' };
const send = (raw: string, query = '') =>
  server.board(`/works/import?name=june.csv${query}`, { raw, headers: type });
const lines = (...values: number[]) =>
  csv(...values.map((value) => `North,alpha,Output,t,higher,2026-06-29,${value},,`));
const imports = async () => read(importRecordsSchema, await server.board('/works/imports')).imports;
const undo = (id: string, query = '') =>
  server.board(`/works/imports/${id}/undoing${query}`, { body: { reason: 'the wrong month' } });
const ranked = async () => {
  const answer = await server.board('/works/rankings?metric=output');
  return read(rankingAnswerSchema, answer).rows.map(({ unit, score }) => `${unit} ${score}`);
};

it('[IM21] imports are listed with what they added and what of it still stands', async () => {
  await send(lines(30, 40));
  await send(lines(30, 40, 50));
  const [second, first] = await imports();
  expect(first).toMatchObject({ name: 'june.csv', lines: 2, results: 2, standing: 2 });
  expect(second).toMatchObject({ lines: 3, results: 1, duplicates: 2, actor: 'steward:token' });
  const { results } = read(resultsAnswerSchema, await server.board('/works/results'));
  const last = results.find(({ value }) => value === '50.00');
  await server.board(`/works/results/${last?.id}/annulment`, { body: { reason: 'no' } });
  expect((await imports())[0]).toMatchObject({ results: 1, standing: 0 });
});

it('[IM22] undoing annuls what still stands in one act, told beforehand, once', async () => {
  await send(lines(30, 40));
  const [record] = await imports();
  const before = read(boardAnswerSchema, await server.board('/works')).seq;
  const preview = read(undoAnswerSchema, await undo(record?.id ?? '', '?preview=true'));
  expect(preview).toMatchObject({
    results: 2,
    verified: 0,
    units: ['alpha'],
    metrics: [{ metric: 'output', results: 2 }],
    records: [
      { before: { scope: 'board', value: '40.00' }, after: { value: '10.00' } },
      { before: { scope: 'sector' }, after: { value: '10.00' } },
    ],
  });
  expect(await ranked()).toEqual(['alpha 40.00']);
  expect(read(undoAnswerSchema, await undo(record?.id ?? '')).seq).toBe(before + 1);
  expect(await ranked()).toEqual(['alpha 10.00']);
  const feed = await server.board('/works/feed?kind=import-undone');
  expect(feed.text).toContain('the wrong month');
  expect((await imports())[0]).toMatchObject({
    standing: 0,
    undone: { results: 2, reason: 'the wrong month' },
  });
  expect(read(problemSchema, await undo(record?.id ?? '')).kind).toBe('undone');
  expect((await undo('nothing')).status).toBe(404);
});

it('[IM23] the same file can be imported again after it was undone, and again', async () => {
  for (let round = 0; round < 3; round++) {
    const added = read(importAnswerSchema, await send(lines(30, 40)));
    expect(added).toMatchObject({ added: { results: 2 }, duplicates: 0 });
    const again = read(importAnswerSchema, await send(lines(30, 40)));
    expect(again).toMatchObject({ added: { results: 0 }, duplicates: 2 });
    expect(await ranked()).toEqual(['alpha 40.00']);
    await undo((await imports())[0]?.id ?? '');
    expect(await ranked()).toEqual(['alpha 10.00']);
  }
});

const foreign =
  'Linie;Schicht;Menge (t);Datum\nalpha;früh;1.234,5;29.06.2026\nalpha;spät;-5;28.06.2026\n';
const shape = {
  columns: {
    sector: { always: 'North' },
    unit: 'Linie',
    metric: { always: 'Output' },
    unit_of_measure: { always: 't' },
    direction: { always: 'higher' },
    achieved_at: 'Datum',
    value: 'Menge (t)',
    note: 'Schicht',
  },
  separator: ';',
  decimal: ',',
  dates: 'dmy',
};
const shaped = (given: object) => `&shape=${encodeURIComponent(JSON.stringify(given))}`;

it('[IM24] a file with other columns, separators, commas and dates is read by a mapping', async () => {
  const preview = read(
    importAnswerSchema,
    await send(foreign, `&preview=true&shape=${encodeURIComponent('{"separator":";"}')}`),
  );
  expect(preview.header).toEqual(['Linie', 'Schicht', 'Menge (t)', 'Datum']);
  expect(preview.problems[0]?.message).toMatch(/wrong header/);
  const added = read(importAnswerSchema, await send(foreign, shaped(shape)));
  expect(added.added).toEqual({ sectors: 0, units: 0, metrics: 0, results: 2 });
  const { results } = read(
    resultsAnswerSchema,
    await server.board('/works/results?from=2026-06-28&to=2026-06-29'),
  );
  expect(results.map(({ value, achievedAt, note }) => [value, achievedAt, note])).toEqual([
    ['1234.50', '2026-06-29', 'früh'],
    ['-5.00', '2026-06-28', 'spät'],
  ]);
});

it('[IM24] a mapping that does not fit the file says which column is missing', async () => {
  const columns = { ...shape.columns, unit: 'Team' };
  const refused = await send(foreign, shaped({ ...shape, columns }));
  expect([refused.status, refused.text]).toEqual([
    400,
    expect.stringContaining('no column \\"Team\\" for unit'),
  ]);
  const { value: _, ...without } = shape.columns;
  expect((await send(foreign, shaped({ ...shape, columns: without }))).text).toContain(
    'say where value comes from',
  );
  expect((await send(foreign, '&shape=nonsense')).status).toBe(400);
});

it('[IM30] a mapping leaves to the board what it knows of units and metrics, and says what it does not', async () => {
  const { unit, value, achieved_at } = shape.columns;
  const columns = { unit, value, achieved_at, metric: 'Art' };
  const known = { ...shape, columns };
  const file = (lines: string) => `Linie;Menge (t);Datum;Art\n${lines}`;
  const good = file('alpha;7,5;27.06.2026;Output\n');
  const added = read(importAnswerSchema, await send(good, shaped(known)));
  expect(added.added).toEqual({ sectors: 0, units: 0, metrics: 0, results: 1 });
  const bad = file('alpha;x;27.06.2026;Output\nnova;1;27.06.2026;Speed\n');
  const { problems } = read(importAnswerSchema, await send(bad, `&preview=true${shaped(known)}`));
  expect(problems.map(({ line, column, code }) => [line, column, code])).toEqual([
    [2, 'value', 'no-number'],
    [3, 'sector', 'new-name'],
    [3, 'direction', 'new-name'],
  ]);
});

async function sendSheet(bytes: Buffer, query = ''): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${server.listening.url}/api/v1/boards/works/import${query}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      authorization: `Bearer ${stewardToken}`,
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
  });
  return { status: answer.status, text: await answer.text() };
}

it('[IM25] the first sheet of a workbook is read like a file, dates and numbers as they are', async () => {
  const { columns } = await import('./column.ts');
  const cell = (value: string | number | Date) =>
    value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value };
  const row = [
    'North',
    'alpha',
    'Output',
    't',
    'higher',
    new Date('2026-06-28T00:00:00Z'),
    12.25,
    '',
    'x,"y"',
  ];
  const sheet = [columns.map((value) => ({ value })), row.map(cell)];
  const bytes = await writeXlsx(sheet as never).toBuffer();
  expect(await sendSheet(bytes)).toMatchObject({ status: 200 });
  const { results } = read(resultsAnswerSchema, await server.board('/works/results?to=2026-06-28'));
  expect(results).toMatchObject([{ value: '12.25', achievedAt: '2026-06-28', note: 'x,"y"' }]);
  const broken = await sendSheet(Buffer.from('PK no workbook'));
  expect([broken.status, broken.text]).toEqual([400, expect.stringContaining('no workbook')]);
});

it('[IM24] a line with more cells than its head is torn apart by a comma, and bad', async () => {
  const torn =
    'Linie;Schicht;Menge (t);Datum\nalpha;früh;1;5;29.06.2026\nalpha;spät;2;28.06.2026;;\n';
  const preview = read(importAnswerSchema, await send(torn, `&preview=true${shaped(shape)}`));
  expect(preview.problems).toMatchObject([
    { line: 2, path: 'line 2', message: '5 cells instead of 4' },
  ]);
});

it('[IM27] a preview names every problem with its line and column', async () => {
  const file = lines(...Array.from({ length: 1500 }, (_, at) => at)).replaceAll('higher', 'up');
  const { problems } = read(importAnswerSchema, await send(file, '&preview=true'));
  expect(problems).toHaveLength(1500);
  expect(problems.at(-1)).toMatchObject({ line: 1501, column: 'direction' });
  const { errors } = read(problemSchema, await send(file));
  expect(errors).toHaveLength(1001);
});

it('[IM28] the list of imports is a file too, where a name cannot run as a formula', async () => {
  await server.board('/works/import?name=%3D1%2B1.csv', { raw: lines(-30), headers: type });
  const [record] = await imports();
  await undo(record?.id ?? '');
  const { text } = await server.board('/works/imports.csv');
  const [head, row] = text.split('\r\n');
  expect(head).toBe(
    'at,file,actor,name,lines,results,duplicates,standing,undone_at,undone_by,undone_reason,id',
  );
  expect(row).toContain(",'=1+1.csv,steward:token,,1,1,0,0,");
  expect(row).toContain('the wrong month');
});
