import { dumpBoard, listResults, standingRecords } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { csv, openImportBoard, header } from './testing/import-board.ts';

const metricFact = {
  type: 'metric.put',
  id: 'tempo',
  name: 'Speed',
  unitOfMeasure: 'km/h',
  direction: 'higher',
  decimals: 1,
  aggregate: 'mean',
  recordsPer: 'instant',
} as const;

describe('what an import adds', () => {
  it('[IM10] creates sectors, units and metrics with the decimals of the longest fraction', async () => {
    const { add, host } = await openImportBoard();
    const answer = await add(
      csv(
        'North,Line 1,Speed,km/h,higher,2026-06-30,12.5,,first',
        'North,Line 2,Speed,km/h,higher,2026-06-30,12.500,,',
        'South,Line 3,Count,,lower,2026-06-30T10:00:00+02:00,7,,',
        'South,Line 3,Count,,lower,2026-06-30,8,,',
      ),
    );
    expect(answer).toMatchObject({
      added: { sectors: 2, units: 3, metrics: 2, results: 4 },
      duplicates: 0,
      lines: 4,
      problems: [],
      seq: host.state.seq,
    });
    const { metrics, units } = host.state;
    expect(metrics.get('speed')?.metric).toMatchObject({
      unitOfMeasure: 'km/h',
      direction: 'higher',
      decimals: 3,
      aggregate: 'best',
      recordsPer: 'day',
    });
    expect(metrics.get('count')?.metric).toMatchObject({ decimals: 0, recordsPer: 'instant' });
    expect(units.get('line-3')).toEqual({ id: 'line-3', name: 'Line 3', sector: 'south' });
    expect(listResults(host.state, { unit: 'line-1', limit: 5 }).results).toMatchObject([
      { value: '12.500', achievedAt: '2026-06-30', sector: 'north', note: 'first' },
    ]);
  });

  it('[IM10] uses what is there under the same name, and rounds to the decimals of its metric', async () => {
    const { add, put, host } = await openImportBoard();
    await put({ type: 'sector.put', id: 'n', name: 'North' }, metricFact);
    await put({ type: 'unit.put', id: 'one', name: 'Line 1', sector: 'n' });
    const answer = await add(csv('North,Line 1,Speed,km/h,higher,2026-06-30,12.56,,'));
    expect(answer.added).toEqual({ sectors: 0, units: 0, metrics: 0, results: 1 });
    const { results } = listResults(host.state, { metric: 'tempo', limit: 5 });
    expect(results).toMatchObject([{ unit: 'one', sector: 'n', value: '12.6' }]);
  });

  it('[IM11] unit of measure and direction that differ, in the file or on the board, are bad lines', async () => {
    const { refused, put, facts } = await openImportBoard();
    await put(metricFact);
    const before = await facts();
    const problems = await refused(
      csv(
        'North,Line 1,Speed,m/s,lower,2026-06-30,1,,',
        'North,Line 1,Count,,lower,2026-06-30,1,,',
        'North,Line 1,Count,pieces,higher,2026-06-30,1,,',
      ),
    );
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'line 2, unit_of_measure: the metric on the board has "km/h"',
      'line 2, direction: the metric on the board has "higher"',
      'line 4, unit_of_measure: line 3 says ""',
      'line 4, direction: line 3 says "lower"',
    ]);
    expect(await facts()).toEqual(before);
  });

  it('[IM11] a name that several things on the board have is refused', async () => {
    const { refused, put } = await openImportBoard();
    await put({ type: 'sector.put', id: 'n', name: 'North' });
    await put({ type: 'unit.put', id: 'a', name: 'Line', sector: 'n' });
    await put({ type: 'unit.put', id: 'b', name: 'Line', sector: 'n' });
    const problems = await refused(
      csv('North,Line,Speed,,higher,2026-06-30,1,,', 'North,X,Speed,,higher,2026-06-30,1,Line,'),
    );
    expect(problems.map(({ path }) => path)).toEqual(['line 2, unit', 'line 3, partners']);
  });

  it('[IM9] one bad line and nothing is added; the good ones come in one append', async () => {
    const { add, refused, facts } = await openImportBoard();
    const good = 'North,Line 1,Speed,,higher,2026-06-30,1,,';
    const tooLong = 'North,Line 1,Speed,,higher,2026-06-30,1234567890123.123,,';
    const [problem] = await refused(csv(good, tooLong));
    expect(problem).toMatchObject({ line: 3, path: 'line 3, value' });
    expect((await facts()).map(({ type }) => type)).toEqual(['board.opened']);
    await add(csv(good));
    expect((await facts()).map(({ type }) => type)).toEqual([
      'board.opened',
      'import.opened',
      'sector.put',
      'metric.put',
      'unit.put',
      'result.posted',
      'import.closed',
    ]);
  });

  it('[IM12] distinct names get distinct ids, next to those the board has', async () => {
    const { add, put, host } = await openImportBoard();
    await put({ type: 'sector.put', id: 'north', name: 'Nordregion' });
    await add(
      csv(
        'North,Équipe 1,Speed,,higher,2026-06-30,1,,',
        'North,Equipe 1,Speed,,higher,2026-06-30,2,,',
        'North,E\u0301quipe 1,Speed,,higher,2026-06-29,3,,',
        'North,강선 작업반,Speed,,higher,2026-06-30,4,,',
      ),
    );
    expect([...host.state.sectors.keys()]).toEqual(['north', 'north-2']);
    const ids = [...host.state.units.keys()];
    expect(ids.slice(0, 2)).toEqual(['equipe-1', 'equipe-1-2']);
    expect(ids[2]).toMatch(/^unit-[0-9a-f]{10}$/);
    expect(ids).toHaveLength(3);
  });

  it('[IM13] the same file twice adds nothing, not even an entry', async () => {
    const { add, facts } = await openImportBoard();
    const text = csv(
      'North,Line 1,Speed,,higher,2026-06-30,1,,',
      'North,Line 2,Speed,,higher,2026-06-30,2.50,,',
    );
    await add(text);
    const before = await facts();
    const again = await add(text.replaceAll('\n', '\r\n').replace('2.50', '2.5'));
    expect(again.added).toEqual({ sectors: 0, units: 0, metrics: 0, results: 0 });
    expect(again.duplicates).toBe(2);
    expect(await facts()).toEqual(before);
  });

  it('[IM13] two identical lines are two results; an overlapping file adds what is new', async () => {
    const { add, host } = await openImportBoard();
    const [a, b, c] = [1, 2, 3].map((value) => `North,Line 1,Speed,,higher,2026-06-30,${value},,`);
    expect((await add(csv(a!, a!, b!))).added.results).toBe(3);
    const overlap = await add(csv(b!, a!, a!, a!, c!));
    expect(overlap).toMatchObject({ added: { results: 2 }, duplicates: 3 });
    expect(host.state.metrics.get('speed')?.valid).toBe(5);
  });

  it('[IM13] the same file twice at once is imported once', async () => {
    const { add, host } = await openImportBoard();
    const rows = Array.from({ length: 300 }, (_, at) => `N,U,Speed,,higher,2026-06-30,${at},,`);
    const answers = await Promise.all([add(csv(...rows)), add(csv(...rows))]);
    expect(answers.map(({ added }) => added.results).toSorted((a, b) => a - b)).toEqual([0, 300]);
    expect(host.state.metrics.get('speed')?.valid).toBe(300);
  });

  it('[IM14] a unit is in the sector of its latest line; each result in its own', async () => {
    const { add, host } = await openImportBoard();
    await add(
      csv(
        'South,Line 1,Speed,,higher,2026-06-30,3,,',
        'North,Line 1,Speed,,higher,2026-05-31,2,,',
        'West,Line 2,Speed,,higher,2026-05-31,1,,',
        'East,Line 2,Speed,,higher,2026-05-31,1,,',
      ),
    );
    expect(host.state.units.get('line-1')?.sector).toBe('south');
    expect(host.state.units.get('line-2')?.sector).toBe('east');
    const { results } = listResults(host.state, { unit: 'line-1', limit: 5 });
    expect(results.map(({ sector }) => sector)).toEqual(['south', 'north']);
    const bySector = standingRecords(host.state, { metric: 'speed', scope: 'sector' });
    expect(bySector.find(({ sector }) => sector === 'north')?.value).toBe('2');
  });

  it('[IM14] a later file moves a unit, an older one does not', async () => {
    const { add, host } = await openImportBoard();
    await add(csv('North,Line 1,Speed,,higher,2026-03-31,1,,'));
    await add(csv('South,Line 1,Speed,,higher,2026-02-28,2,,'));
    expect(host.state.units.get('line-1')?.sector).toBe('north');
    await add(csv('East,Line 1,Speed,,higher,2026-04-30,2,,'));
    expect(host.state.units.get('line-1')?.sector).toBe('east');
    await add(csv('West,Line 1,Count,,higher,2026-04-30,2,,'));
    expect(host.state.units.get('line-1')?.sector).toBe('west');
  });

  it('[IM15] partners are units by name, created in the sector of the line, with equal shares', async () => {
    const { add, host } = await openImportBoard();
    await add(
      csv(
        'North,Line 1,Speed,,higher,2026-06-30,9,Line 2; Line 3 ;,',
        'South,Line 2,Speed,,higher,2026-06-01,1,,',
      ),
    );
    expect(host.state.units.get('line-2')?.sector).toBe('south');
    expect(host.state.units.get('line-3')?.sector).toBe('north');
    const [joint] = listResults(host.state, { unit: 'line-1', limit: 1 }).results;
    expect(joint?.partners).toEqual([
      { unit: 'line-2', role: 'performed', share: '0.333333' },
      { unit: 'line-3', role: 'performed', share: '0.333333' },
    ]);
    const [record] = standingRecords(host.state, { metric: 'speed', scope: 'board' });
    expect(record?.holders).toEqual(['line-1', 'line-2', 'line-3']);
  });

  it('[IM16] up to 200 results are announced one by one, more as one happening', async () => {
    const rows = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => `N,U,Speed,,higher,2026-06-30,${from + at},,`);
    const { add, facts, registry } = await openImportBoard();
    const heard: string[] = [];
    registry.onEvent((event) => {
      if (event.kind === 'applied' && event.sight === 'full')
        heard.push(...event.happenings.map(({ kind }) => kind));
    });
    await add(csv(...rows(0, 200)));
    expect(heard.filter((kind) => kind === 'record').length).toBeGreaterThan(200);
    expect((await facts()).at(-1)).toMatchObject({ type: 'import.closed', quiet: false });
    heard.length = 0;
    await add(csv(...rows(1000, 201), ...rows(0, 5)));
    expect(heard).toEqual(['import']);
    expect((await facts()).at(-1)).toEqual({
      type: 'import.closed',
      sectors: 0,
      units: 0,
      metrics: 0,
      results: 201,
      duplicates: 5,
    });
  });

  it('[IM17] a preview answers what the import then does, and changes nothing', async () => {
    const { add, preview, facts, host } = await openImportBoard();
    const text = csv(
      'North,Line 1,Speed,,higher,2026-05-31,1,,',
      'North,Line 2,Speed,,higher,2026-06-30,2,,',
    );
    const before = await facts();
    const board = structuredClone(dumpBoard(host.state));
    const { header: columns, ...foreseen } = await preview(text);
    expect(columns).toEqual(header.split(','));
    expect(await facts()).toEqual(before);
    expect(dumpBoard(host.state)).toEqual(board);
    const done = await add(text);
    expect(foreseen).toEqual({ ...done, seq: 1 });
    expect(done.records).toBe(6);
    expect((await preview(text)).duplicates).toBe(2);
    const standing = structuredClone(dumpBoard(host.state));
    const more = csv(
      'South,Line 9,Speed,,higher,2026-06-15,3,Line 1,',
      'South,Line 9,Height,,lower,2026-06-15,3,,',
    );
    expect((await preview(more)).added).toMatchObject({ sectors: 1, units: 1, metrics: 1 });
    expect(dumpBoard(host.state)).toEqual(standing);
  });

  it('[IM17] a preview lists the problems that an import would be refused for', async () => {
    const { preview } = await openImportBoard();
    const answer = await preview(
      csv('North,Line 1,Speed,,higher,2026-05-31,1,,', 'North,Line 1,Speed,,up,2026-05-31,1,,'),
    );
    const added = { sectors: 0, units: 0, metrics: 0, results: 0 };
    expect(answer).toMatchObject({ lines: 2, records: 0, added });
    expect(answer.problems).toMatchObject([
      {
        line: 3,
        column: 'direction',
        path: 'line 3, direction',
        message: 'must be "higher" or "lower"',
      },
    ]);
  });
});
