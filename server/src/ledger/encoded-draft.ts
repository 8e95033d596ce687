import type { Entry, Fact } from '@emulation/shared';
import type { Draft, StoredEntry } from './ledger.ts';

/** A draft in the exact texts that are hashed and stored. */
export interface EncodedDraft {
  at: string;
  actor: string;
  fact: string;
  key: string | null;
  bodyHash: string | null;
}

/** Well under what a PostgreSQL index row can hold (2,704 bytes) at four bytes a character. */
export const maxKeyLength = 500;

/**
 * Throws when a text would not come back as it was given: NUL has no place in a PostgreSQL text,
 * and a lone surrogate has no UTF-8. Inside a fact both are escaped by JSON.
 */
export function assertStorable(name: string, text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new TypeError(`${name} holds a character that cannot be stored`);
  }
}

/** Throws on a draft that no engine could give back unchanged. */
export function encodeDraft(draft: Draft): EncodedDraft {
  const { at, actor, key = null, bodyHash = null } = draft;
  assertStorable('actor', actor);
  assertStorable('at', at);
  if (bodyHash !== null) assertStorable('bodyHash', bodyHash);
  if (key !== null) {
    assertStorable('key', key);
    if (key.length > maxKeyLength) throw new RangeError(`key is longer than ${maxKeyLength}`);
  }
  return { at, actor, fact: JSON.stringify(draft.fact), key, bodyHash };
}

/** Under `refuse` a key given twice in one request has no meaning, so it is the caller's bug. */
export function assertKeysDiffer(drafts: readonly EncodedDraft[]): void {
  const keys = drafts.flatMap(({ key }) => (key === null ? [] : [key]));
  if (new Set(keys).size < keys.length) throw new RangeError('one request gives a key twice');
}

/**
 * The entries that an append has made. Facts are read back from the stored text, so that the node
 * which posted folds exactly what every other node will read.
 */
export function appendedEntries(
  drafts: readonly EncodedDraft[],
  placed: { board: string; epoch: string; first: number; skipped: readonly number[] },
): Entry[] {
  const { board, epoch, first } = placed;
  const skipped = new Set(placed.skipped);
  return drafts
    .filter((_, index) => !skipped.has(index))
    .map(({ at, actor, fact }, index) => ({
      board,
      epoch,
      seq: first + index,
      at,
      actor,
      // A cast: the text was made from a Fact by encodeDraft.
      fact: JSON.parse(fact) as Fact,
    }));
}

/** One stored line as engines hold it, in this order. */
export type StoredLine = [
  seq: number,
  epoch: string,
  at: string,
  actor: string,
  key: string | null,
  bodyHash: string | null,
  hash: string,
];

/** An entry's stored text is no longer JSON: the file was damaged or changed from outside. */
export class LedgerDamaged extends Error {
  readonly seq: number;
  constructor(board: string, seq: number, cause: unknown) {
    super(`entry ${seq} of board ${board} cannot be read`, { cause });
    this.name = 'LedgerDamaged';
    this.seq = seq;
  }
}

/** Throws `LedgerDamaged` where the fact is not JSON. */
export function decodeEntry(
  board: string,
  line: StoredLine,
  fact: string,
  prev: string,
): StoredEntry {
  const [seq, epoch, at, actor, key, bodyHash, hash] = line;
  return {
    board,
    epoch,
    seq,
    at,
    actor,
    fact: parseFact(board, seq, fact),
    ...(key === null ? {} : { key }),
    ...(bodyHash === null ? {} : { bodyHash }),
    prev,
    hash,
  };
}

function parseFact(board: string, seq: number, text: string): Fact {
  try {
    // A cast: what was appended was a Fact, and the hash chain answers for it since.
    return JSON.parse(text) as Fact;
  } catch (cause) {
    throw new LedgerDamaged(board, seq, cause);
  }
}
