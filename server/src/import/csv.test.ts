import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvReader, maxRecordCharacters } from './csv.ts';

function read(text: string, cut = text.length || 1) {
  const records: { cells: string[]; line: number }[] = [];
  const broken: { line: number; message: string }[] = [];
  const reader = new CsvReader({
    record: (cells, line) => records.push({ cells, line }),
    broken: (line, { message }) => broken.push({ line, message }),
  });
  for (let from = 0; from < text.length; from += cut) reader.write(text.slice(from, from + cut));
  reader.end();
  return { records, broken };
}

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('', 'a,b', 'say "so"', 'two\nlines', 'two\r\nlines', ' spaced ', 'é'),
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('CSV', () => {
  it('[IM2] quoted cells, LF and CRLF read like any RFC 4180 reader does, however cut', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    const lineEnd = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(table, lineEnd, fc.integer({ min: 1, max: 9 }), (rows, end, cut) => {
        const text = rows.map((cells) => cells.map(quoted).join(',') + end).join('');
        const { records, broken } = read(text, cut);
        const options = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] };
        const oracle: unknown = parse(text, options);
        expect(records.map(({ cells }) => cells)).toEqual(oracle);
        expect(records.map(({ cells }) => cells)).toEqual(rows);
        expect(broken).toEqual([]);
      }),
    );
  });

  it('[IM5] a record has the number of the physical line it begins on', () => {
    const { records } = read('a,b\r\n"1\r\n2\r\n3",x\r\n\r\n4,5');
    expect(records).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['1\r\n2\r\n3', 'x'], line: 2 },
      { cells: ['4', '5'], line: 6 },
    ]);
  });

  it('[IM6] a broken quote is named with its line, and reading goes on at the next', () => {
    const { records, broken } = read('a,b\n1,te"st\n2,3\n"x"y,4\n5,6\n"7,8\n9,0');
    expect(records.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(broken.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(broken.map(({ message }) => message)).toEqual([
      'column 2: a cell with a quote in it must be quoted',
      'column 1: text after the closing quote',
      'the quote opened in column 1 is never closed',
    ]);
  });

  it('[IM7] an endless line and an endless quote are given up, whatever follows is read', () => {
    const long = 'x'.repeat(maxRecordCharacters + 1);
    const line = read(`a,b\n${long}\n1,2\n`, 1000);
    expect(line.broken.map((one) => one.line)).toEqual([2]);
    expect(line.records.at(-1)).toEqual({ cells: ['1', '2'], line: 3 });
    const quote = read(`a,b\n"${'y\n'.repeat(maxRecordCharacters)}1,2\n`, 1000);
    expect(quote.broken[0]?.line).toBe(2);
    expect(quote.broken[0]?.message).toContain('reading goes on');
    expect(quote.records.at(-1)?.cells).toEqual(['1', '2']);
  });
});
