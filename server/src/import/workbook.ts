import { createZone, dayNumber } from '@emulation/shared';
import { stringify } from 'csv-stringify/sync';
import { readSheet } from 'read-excel-file/node';

/** A workbook that came in; `timeZone` is the board's, whose clock its times are read by. */
export interface WorkbookFile {
  bytes: Uint8Array;
  timeZone: string;
}

type SheetValue = string | number | boolean | Date | null;

function textOf(value: SheetValue, timeZone: string): string {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value);
  // A cell shows a day and a time of no zone: the reader gives them as if they were UTC.
  const [day = '', time = ''] = value.toISOString().split('T');
  if (time.startsWith('00:00:00')) return day;
  const midnight = createZone(timeZone).startOfDay(dayNumber(day));
  return new Date(midnight + Date.parse(`1970-01-01T${time}`)).toISOString();
}

/** The first sheet as CSV, a line for each row, so that lines are numbered as the sheet numbers them. */
export async function workbookAsCsv({ bytes, timeZone }: WorkbookFile): Promise<Uint8Array> {
  const rows = (await readSheet(Buffer.from(bytes))) as SheetValue[][];
  const lines = rows.map((row) => {
    const cells = row.map((value) => textOf(value, timeZone));
    return cells.some((cell) => cell !== '') ? stringify([cells]) : '\n';
  });
  return Buffer.from(lines.join(''));
}
