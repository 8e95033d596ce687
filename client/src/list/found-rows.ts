import type { TableColumn } from '../ui/data-table.tsx';
import { localeOf } from '../ui/format.ts';
import type { Orderable } from '../ui/row-order.ts';

/** What a list is sorted and filtered by. */
export interface ListField<R> extends Orderable<R> {
  label: string;
  /** Its words are offered as a filter: a row is shown where it has the chosen one. */
  facet?: (row: R) => string;
}

export type ListColumn<R> = TableColumn<R> & ListField<R>;

/** What is looked for: typed words, and the chosen word of a column by its id. */
export interface Wanted {
  text: string;
  facets: Readonly<Record<string, string>>;
}

export const everything: Wanted = { text: '', facets: {} };

export const isWanted = ({ text, facets }: Wanted): boolean =>
  text.trim() !== '' || Object.values(facets).some((chosen) => chosen !== '');

interface Rows<R> {
  rows: readonly R[];
  columns: readonly ListField<R>[];
  /** What is searched by typing. */
  text: (row: R) => string;
}

const lower = (text: string) => text.toLocaleLowerCase(localeOf());

/** Rows in which every typed word stands, and every chosen one. */
export function findRows<R>({ rows, columns, text }: Rows<R>, wanted: Wanted): readonly R[] {
  if (!isWanted(wanted)) return rows;
  const words = lower(wanted.text).split(/\s+/).filter(Boolean);
  const chosen = columns.flatMap(({ id, facet }) => {
    const word = wanted.facets[id] ?? '';
    return facet && word !== '' ? [{ facet, word }] : [];
  });
  return rows.filter((row) => {
    if (!chosen.every(({ facet, word }) => facet(row) === word)) return false;
    const own = words.length > 0 ? lower(text(row)) : '';
    return words.every((word) => own.includes(word));
  });
}

/** Filters that can part the rows: those of which there are at least two words. */
export function facetsOf<R>({ rows, columns }: Omit<Rows<R>, 'text'>) {
  const { compare } = new Intl.Collator(localeOf(), { numeric: true });
  return columns.flatMap(({ id, label, facet }) => {
    const words = facet ? [...new Set(rows.map(facet))].filter(Boolean).sort(compare) : [];
    return words.length > 1 ? [{ id, label, words }] : [];
  });
}
