import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';

/** As it goes to the thread: `decimal` exact text, `time` ms of the wall clock or a date's text. */
export type SheetCell = string | number | null;
export type SheetKind = 'text' | 'whole' | 'decimal' | 'time';

export interface SheetJob {
  columns: { id: string; kind: SheetKind }[];
}

/** A double, and so a spreadsheet, holds this many decimal digits exactly. */
const exactDigits = 15;

function decimalCell(text: string): Cell {
  const [, fraction = ''] = text.split('.');
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
  if (digits.length > exactDigits) return { type: String, value: text };
  const format = fraction === '' ? '0' : `0.${'0'.repeat(fraction.length)}`;
  return { type: Number, value: Number(text), format };
}

function timeCell(value: string | number): Cell {
  const at = typeof value === 'number' ? value : Date.parse(value);
  // Whole days stay days: a midnight that is a time keeps its hours.
  const format = typeof value === 'string' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss';
  return { type: Date, value: new Date(at), format };
}

function cellOf(kind: SheetKind, value: SheetCell): Cell {
  if (value === null) return null;
  if (kind === 'decimal') return decimalCell(String(value));
  if (kind === 'time') return timeCell(value);
  if (kind === 'whole') return { type: Number, value: Number(value) };
  // Typed as a text: never a formula, whatever it begins with.
  return { type: String, value: String(value) };
}

const widths: Record<SheetKind, number> = { text: 22, whole: 10, decimal: 14, time: 20 };

/** Rows as an Excel workbook of one sheet, numbers as numbers and dates as dates. */
export async function writeWorkbook(
  { columns }: SheetJob,
  pages: readonly SheetCell[][][],
): Promise<Uint8Array> {
  const header = columns.map(({ id }): Cell => ({ type: String, value: id, fontWeight: 'bold' }));
  const rows = pages
    .flat()
    .map((row) => row.map((value, at) => cellOf(kindAt(columns, at), value)));
  const data: SheetData = [header, ...rows];
  return writeXlsxFile(data, {
    columns: columns.map(({ kind }) => ({ width: widths[kind] })),
    stickyRowsCount: 1,
    sheet: 'board',
  }).toBuffer();
}

function kindAt(columns: SheetJob['columns'], at: number): SheetKind {
  return columns[at]?.kind ?? 'text';
}
