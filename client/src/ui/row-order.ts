import { localeOf } from './format.ts';

/** A column or a field by which rows may stand in order. */
export interface Orderable<R> {
  id: string;
  /** What the rows are ordered by; without it they cannot be. */
  sortBy?: (row: R) => string | number;
}

export interface RowOrder {
  column: string | number;
  direction: 'ascending' | 'descending';
}

/** In the order of a column, words as the reader's language has them; without one as they come. */
export function orderRows<R>(
  rows: readonly R[],
  columns: readonly Orderable<R>[],
  order: RowOrder | undefined,
): readonly R[] {
  const by = columns.find(({ id }) => id === order?.column)?.sortBy;
  if (!by) return rows;
  const { compare } = new Intl.Collator(localeOf(), { numeric: true });
  const sign = order?.direction === 'descending' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)];
    const isNumeric = typeof left === 'number' && typeof right === 'number';
    return sign * (isNumeric ? left - right : compare(String(left), String(right)));
  });
}
