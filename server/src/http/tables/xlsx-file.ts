import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refusal } from '../../errors/refusal.ts';
import type { Press } from '../../outlets/press/press.ts';
import type { SheetCell, SheetJob } from '../../outlets/workbook/workbook.ts';
import type { CellValue, ColumnKind, Table } from './table.ts';
import { wallMs } from './wall-time.ts';

export type WorkbookPress = Press<SheetJob, SheetCell[][]>;

const maxRows = 50_000;

function sheetCell({ zone }: Pick<Table<never>, 'zone'>, kind: ColumnKind, value: CellValue) {
  if (value === null || value === undefined) return null;
  if (kind !== 'time') return value;
  const text = String(value);
  return text.includes('T') ? wallMs(zone, text) : text;
}

async function* sheetPages<Row>(table: Table<Row>): AsyncGenerator<SheetCell[][]> {
  let count = 0;
  for await (const page of table.pages) {
    count += page.length;
    if (count > maxRows) throw new Refusal('too-many-rows');
    yield page.map((row) =>
      table.columns.map(({ kind, cell }) => sheetCell(table, kind, cell(row))),
    );
    await nextTurn();
  }
}

/** @throws Refusal `too-many-rows`, or `busy` */
export async function xlsxFile<Row>(press: WorkbookPress, table: Table<Row>): Promise<Buffer> {
  const columns = table.columns.map(({ id, kind }) => ({ id, kind }));
  return Buffer.from(await press.make({ columns }, sheetPages(table)));
}
