import { z } from 'zod';
import { columns, type Column } from './column.ts';
import { isOfBoard } from './known-cells.ts';
import { say, type Saying } from './saying.ts';

const source = z.union([
  z.string().max(200).describe('The header of the column in the file.'),
  z.strictObject({ always: z.string().max(200) }).describe('The same on every line.'),
]);

/**
 * How a file that is not ours is read: which of its columns is which, and how it writes numbers and
 * dates. `partners` and `note` may be left out; so may `sector`, `unit_of_measure` and `direction`,
 * which are then those that the board knows. All other columns come from one of the two.
 */
export const fileShapeSchema = z.strictObject({
  columns: z.partialRecord(z.enum(columns), source).optional(),
  separator: z.enum([',', ';', '\t']).default(','),
  decimal: z.enum(['.', ',']).default('.'),
  /** `31.12.2026`, `31/12/2026` (dmy) or `12/31/2026` (mdy) instead of `2026-12-31`. */
  dates: z.enum(['iso', 'dmy', 'mdy']).default('iso'),
});
export type FileShape = z.infer<typeof fileShapeSchema>;

export const plainShape: FileShape = fileShapeSchema.parse({});

const optional = new Set<Column>(['partners', 'note']);

type Source = { at: number } | { always: string };

export type ArrangeOutcome =
  | { kind: 'arranged'; arrange: (cells: readonly string[]) => string[] }
  | { kind: 'refused'; faults: readonly Saying[] };

const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(.*)$/;
const pad = (text: string) => text.padStart(2, '0');

function isoDate(text: string, dates: FileShape['dates']): string {
  const [, first = '', second = '', year = '', rest = ''] = dayFirst.exec(text.trim()) ?? [];
  if (dates === 'iso' || year === '') return text;
  const [day, month] = dates === 'dmy' ? [first, second] : [second, first];
  return `${year}-${pad(month)}-${pad(day)}${rest.trim() === '' ? '' : rest}`;
}

/** `1.234,5` as `1234.5`: with a comma for decimals points and spaces only group digits. */
function plainNumber(text: string, decimal: FileShape['decimal']): string {
  if (decimal === '.') return text;
  return text.replaceAll(/[.\s\u00A0\u202F]/g, '').replace(',', '.');
}

function sourceOf(column: Column, given: readonly string[], shape: FileShape): Source | Saying {
  const wanted = shape.columns?.[column];
  if (wanted === undefined)
    return optional.has(column) || isOfBoard(column)
      ? { always: '' }
      : say('no-source', { column });
  if (typeof wanted !== 'string') return wanted;
  const at = given.indexOf(wanted.trim());
  if (at < 0) return say('no-column', { name: wanted, column });
  if (given.lastIndexOf(wanted.trim()) !== at) return say('twin-column', { name: wanted });
  return { at };
}

/** Makes the cells of a mapped file stand as ours do, in the order of `columns`. */
export function arrangeBy(header: readonly string[], shape: FileShape): ArrangeOutcome {
  const given = header.map((cell) => cell.trim());
  const sources = columns.map((column) => sourceOf(column, given, shape));
  const faults = sources.filter((one) => 'code' in one);
  if (faults.length > 0) return { kind: 'refused', faults };
  // Without a fault every source was found.
  const found = sources as Source[];
  const arrange = (cells: readonly string[]) =>
    columns.map((column, index) => {
      const from = found[index]!;
      const text = 'always' in from ? from.always : (cells[from.at] ?? '');
      if (column === 'achieved_at') return isoDate(text, shape.dates);
      return column === 'value' ? plainNumber(text, shape.decimal) : text;
    });
  return { kind: 'arranged', arrange };
}
