import { Readable } from 'node:stream';
import { createZone } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { readFile, type ImportFile } from './file-reader.ts';
import { csv, header, now, readDemo } from './testing/import-board.ts';

const zone = createZone('Europe/Paris');
const good = 'North,Line 1,Speed,km/h,higher,2026-06-30,12.5,,';

async function read(text: string | Buffer | Iterable<Buffer>): Promise<ImportFile> {
  const chunks = typeof text === 'string' || Buffer.isBuffer(text) ? [Buffer.from(text)] : text;
  const outcome = await readFile(Readable.from(chunks), zone, now);
  if (outcome.kind !== 'read') throw new Error(outcome.kind);
  return outcome.file;
}

async function problemsOf(text: string | Buffer | Iterable<Buffer>) {
  return (await read(text)).problems.list();
}

function* garbage(megabytes: number): Iterable<Buffer> {
  for (let at = 0; at < megabytes; at++) yield Buffer.alloc(1_048_576, 'q%\u0007\n{"x":[1,2,3]}');
}

describe('reading the file', () => {
  it('[IM1] the columns may come in any order', async () => {
    const { rows, problems } = await read(
      'value,note,partners,achieved_at,direction,unit_of_measure, metric ,unit,sector\n' +
        '12.5,first,,2026-06-30,higher,km/h,Speed,Line 1,North\n',
    );
    expect(problems.count).toBe(0);
    expect(rows).toMatchObject([{ line: 2, sector: 'North', value: '12.5', note: 'first' }]);
  });

  it('[IM1] a wrong header names what is missing, unknown and doubled', async () => {
    const [problem] = await problemsOf(`${header.replace('value,', 'result,note,')}\n${good}\n`);
    expect(problem?.line).toBe(1);
    expect(problem?.message).toMatch(/missing "value"; unknown "result"; more than once "note"/);
    expect((await problemsOf(''))[0]?.message).toBe('the file is empty: it has no header');
    expect((await problemsOf('hello\n'))[0]?.message).toContain('missing "sector"');
  });

  it('[IM2] a BOM, CRLF and blank lines do no harm', async () => {
    const file = await read(`\u{feff}${header}\r\n\r\n${good}\r\n\r\n`);
    expect(file.problems.list()).toEqual([]);
    expect(file).toMatchObject({ lines: 1, rows: [{ line: 3, unit: 'Line 1' }] });
    const quoted = await read(`\u{feff}"sector"${header.slice(6)}\n${good}\n`);
    expect(quoted.rows).toHaveLength(1);
  });

  it('[IM3] semicolons and tabs between columns are recognised and refused', async () => {
    const text = csv(good);
    expect(await problemsOf(text.replaceAll(',', ';'))).toMatchObject([
      { line: 1, path: 'line 1', message: 'the columns are separated by semicolons; use commas' },
    ]);
    expect((await problemsOf(text.replaceAll(',', '\t')))[0]?.message).toContain('tabs');
  });

  it('[IM4] text that is not UTF-8 is named by its line', async () => {
    const latin = Buffer.from(csv(good, good.replace('North', 'Névé'), good), 'latin1');
    const [problem, more] = await problemsOf(latin);
    expect(problem).toMatchObject({ line: 3, path: 'line 3' });
    expect(problem?.message).toContain('UTF-8');
    expect(more).toBeUndefined();
    const utf16 = Buffer.from(`\u{feff}${csv(good)}`, 'utf16le');
    expect((await problemsOf(utf16))[0]?.message).toContain('UTF-8');
  });

  it('[IM5] every bad cell is named with line, column and reason', async () => {
    const lines = [
      good,
      'North,,Speed,km/h,up,2026-02-30,1e3,,',
      'North,Line 1,Speed,km/h,higher,2026-06-30,,,',
      'North,Line 1,Speed,km/h,higher,2026-06-30,NaN,,',
      'North,Line 1,Speed,km/h,higher,2026-06-30,"12,5",,',
      'North,Line 1,Speed,km/h,higher,30/06/2026,1,,',
      `North,Line 1,Speed,km/h,higher,2026-06-30,1,,${'n'.repeat(2001)}`,
      'North,Line 1,Speed,km/h,higher,2026-06-30,1,Line 2;Line 2,',
      'North,Line 1,Speed,km/h,higher,2026-06-30,1,Line 1,',
      `North,Line 1,Speed,km/h,higher,2026-06-30,1,${Array.from({ length: 33 }, (_, at) => `U${at}`).join(';')},`,
      'North,Line 1,Speed,km/h,higher,2026-06-30,1',
      'North,Line 1,Speed,km/h,higher,2026-06-30,1234567890123456,,',
    ];
    expect((await problemsOf(csv(...lines))).map(({ path }) => path)).toEqual([
      'line 3, unit',
      'line 3, direction',
      'line 3, achieved_at',
      'line 3, value',
      'line 4, value',
      'line 5, value',
      'line 6, value',
      'line 7, achieved_at',
      'line 8, note',
      'line 9, partners',
      'line 10, partners',
      'line 11, partners',
      'line 12',
      'line 13, value',
    ]);
  });

  it('[IM5] a bad date on line 40,000 is found there, and is the only problem', async () => {
    const lines = readDemo('sncf_tgv.csv.gz').toString().split('\r\n');
    lines[39_999] = lines[39_999]!.replace(/\d{4}-\d\d-\d\d/, '2021-13-31');
    const problems = await problemsOf(lines.join('\r\n'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 40_000, path: 'line 40000, achieved_at' });
  });

  it('[IM5] after a thousand problems only their number is told', async () => {
    const bad = good.replace('12.5', 'fast');
    const problems = await problemsOf(csv(...Array.from({ length: 1234 }, () => bad)));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ path: '', message: 'and 234 more problems' });
  });

  it('[IM7] 100 MB of garbage are refused at the first line', async () => {
    const problems = await problemsOf(garbage(100));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(1);
  });

  it('[IM7] garbage behind a good header costs a bounded list and no rows', async () => {
    const start = Buffer.from(`${header}\n`);
    const { rows, problems } = await read([start, ...garbage(8)]);
    expect(rows).toEqual([]);
    expect(problems.count).toBeGreaterThan(1000);
    expect(problems.list()).toHaveLength(1001);
  });

  it('[IM8] more bytes than the limit are too large, wherever they come from', async () => {
    const text = Readable.from([Buffer.from(csv(good)), Buffer.from(csv(good))]);
    expect(await readFile(text, zone, now, { maxBytes: 150 })).toEqual({ kind: 'too-large' });
  });

  it('[IM8] a body that breaks off is no file', async () => {
    const broken = new Readable({ read: () => undefined });
    broken.push(csv(good));
    queueMicrotask(() => broken.destroy(new Error('gone')));
    expect(await readFile(broken, zone, now)).toEqual({ kind: 'cut-off' });
  });

  it('[IM19] the future is refused: tomorrow of the board, or more than five minutes ahead', async () => {
    const at = (when: string) => good.replace('2026-06-30', when);
    const lines = [
      '2026-07-01',
      '2026-07-02',
      '2026-07-01T12:04:00+02:00',
      '2026-07-01T12:06:00+02:00',
    ];
    const { rows, problems } = await read(csv(...lines.map(at)));
    expect(rows.map(({ achievedAt }) => achievedAt)).toEqual([
      '2026-07-01',
      '2026-07-01T10:04:00.000Z',
    ]);
    expect(problems.list().map(({ path }) => path)).toEqual([
      'line 3, achieved_at',
      'line 5, achieved_at',
    ]);
  });
});
