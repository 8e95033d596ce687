import { parse } from 'csv-parse/browser/esm/sync';
import type { FileShape } from '../api/imports.ts';

export type Separator = FileShape['separator'];

/** What is known of a file before it is sent: how its columns are called, and its first lines. */
export interface FileHead {
  isWorkbook: boolean;
  separator: Separator;
  header: string[];
  sample: string[][];
}

const sampleLines = 20;
/** Enough for the head and some lines of any file. */
const headBytes = 65_536;
const separators: readonly Separator[] = ['\t', ';', ','];

const isWorkbook = ({ name, type }: File) =>
  /\.xlsx$/i.test(name) || type.includes('spreadsheetml');

/** The sign that parts the head into most columns. */
export function separatorIn(text: string): Separator {
  const [line = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counted = separators.map((sign) => ({ sign, count: bare.split(sign).length - 1 }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count > 0 ? most.sign : ',';
}

interface Reading {
  quote: '"' | false;
  to: number;
}

const parseLines = (text: string, delimiter: Separator, reading: Reading) =>
  parse(text, {
    delimiter,
    ...reading,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });

/** With a broken quote the lines are still shown: the server names it, with every other problem. */
function linesOf(text: string, separator: Separator): string[][] {
  const to = sampleLines + 1;
  try {
    return parseLines(text, separator, { quote: '"', to });
  } catch {
    const [bare, ...sample] = parseLines(text, separator, { quote: false, to });
    const header = bare?.map((cell) => cell.replace(/^"(.*)"$/, '$1')) ?? [];
    return [header, ...sample];
  }
}

/** Head and first lines of a text; a line that was cut off at its end is left out. */
export function readTextHead(text: string, separator = separatorIn(text)): FileHead {
  const [header = [], ...sample] = linesOf(text, separator);
  return { isWorkbook: false, separator, header, sample };
}

const cellText = (cell: unknown) => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? `${cell}` : '';
};

/** @throws where the file cannot be read as what it says it is. */
export async function readHead(file: File, separator?: Separator): Promise<FileHead> {
  if (isWorkbook(file)) {
    const { readSheet } = await import('read-excel-file/browser');
    const rows = (await readSheet(file)).slice(0, sampleLines + 1);
    const [header = [], ...sample] = rows.map((row) => row.map(cellText));
    return { isWorkbook: true, separator: ',', header, sample };
  }
  const text = await file.slice(0, headBytes).text();
  // A picture or an old workbook under another name: no text has this sign.
  if (text.includes('\0')) throw new Error('This is no text.');
  const whole = file.size > headBytes ? text.slice(0, text.lastIndexOf('\n')) : text;
  return readTextHead(whole, separator);
}
