import type { Zone } from '@emulation/shared';

/**
 * What a cell may hold, as it is known inside: `decimal` is an exact decimal string, `time` a UTC
 * time or a date of the board's zone, and nothing stays an empty cell.
 */
export type ColumnKind = 'text' | 'whole' | 'decimal' | 'time';
export type CellValue = string | number | null | undefined;

export interface Column<Row> {
  /** The word in the header: an id, the same in every language. */
  id: string;
  kind: ColumnKind;
  cell: (row: Row) => CellValue;
}

/** One view as columns and rows; every format is made from this. */
export interface Table<Row> {
  /** Of the file, without its ending: letters, digits and hyphens. */
  name: string;
  zone: Zone;
  columns: readonly Column<Row>[];
  /** Read one after the other, so that a long table never stands in memory as a whole. */
  pages: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;
}

export function column<Row>(
  id: string,
  kind: ColumnKind,
  cell: (row: Row) => CellValue,
): Column<Row> {
  return { id, kind, cell };
}

const rowsPerPage = 500;

/** Rows that are known already, in pages. */
export function* pagesOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += rowsPerPage) yield rows.slice(at, at + rowsPerPage);
}

/** `plant-rankings-speed`, of ids alone. */
export function fileName(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join('-')
    .replaceAll(/[^\w-]/g, '-');
}
