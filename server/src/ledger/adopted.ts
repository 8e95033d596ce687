import type { StoredEntry } from './ledger.ts';
import type { PlacedRow } from './placement.ts';

/** A row as every engine stores it, of an entry that was kept elsewhere. */
export interface AdoptedRow extends PlacedRow {
  epoch: string;
}

/** The texts that were hashed: a fact is written as it was read. */
export function adoptedRow(entry: StoredEntry): AdoptedRow {
  const { seq, epoch, at, actor, fact, key = null, bodyHash = null, hash } = entry;
  return { seq, epoch, at, actor, fact: JSON.stringify(fact), key, bodyHash, hash };
}

/** What a board without an entry would be is nothing: there is none to adopt. */
export function assertAdopted(count: number): void {
  if (count === 0) throw new RangeError('a board has at least the entry that opens it');
}
