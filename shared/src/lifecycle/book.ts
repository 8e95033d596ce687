/** An import as the ledger holds it: its results lie between two positions. */
export interface ImportRecord {
  id: string;
  name?: string;
  /** When, ISO UTC, and by whom. */
  at: string;
  actor: string;
  lines: number;
  /** Positions of its first and last entry; `to` is 0 while it is being applied. */
  from: number;
  to: number;
  results: number;
  duplicates: number;
  undone?: { at: string; actor: string; reason: string; results: number };
}

/** Imports by id, in the order of the ledger. */
export type ImportBook = Map<string, ImportRecord>;

/** Whether an entry of an import that was undone holds a position. */
export function isUndone(book: ImportBook, seq: number): boolean {
  for (const { from, to, undone } of book.values())
    if (undone && seq >= from && seq <= to) return true;
  return false;
}
