import { setImmediate as nextTurn } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import type { CellValue, Column, ColumnKind, Table } from './table.ts';
import { wallText } from './wall-time.ts';

/**
 * A spreadsheet takes a text that begins like this for a formula and runs it; an apostrophe in
 * front makes it a text for every program (OWASP, "CSV Injection"). Numbers are numbers: −5 stays.
 */
const formulaStart = /^[=+\-@\t\r]/;

function textOf(table: Pick<Table<never>, 'zone'>, kind: ColumnKind, value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (kind === 'time') return wallText(table.zone, String(value));
  const text = String(value);
  return kind === 'text' && formulaStart.test(text) ? `'${text}` : text;
}

function linesOf(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: '\r\n' });
}

/** A table as CSV (RFC 4180, UTF-8), page by page, giving way to others in between. */
export async function* csvFile<Row>(table: Table<Row>): AsyncGenerator<string> {
  const { columns, pages } = table;
  yield linesOf([columns.map(({ id }) => id)]);
  const cell = (row: Row, { kind, cell: read }: Column<Row>) => textOf(table, kind, read(row));
  for await (const page of pages) {
    yield linesOf(page.map((row) => columns.map((column) => cell(row, column))));
    await nextTurn();
  }
}
