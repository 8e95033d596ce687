import type { Entry, Fact } from '@emulation/shared';

/** A fact that wants a position. `at` is when this server received it, ISO UTC. */
export interface Draft {
  fact: Fact;
  actor: string;
  at: string;
  /** Idempotency key, unique within the board, kept in the same transaction as the entry. */
  key?: string;
  /** SHA-256 (hex) of the request's canonical body: tells a repetition from a conflict. */
  bodyHash?: string;
}

export interface AppendRequest {
  board: string;
  drafts: readonly Draft[];
  /**
   * `refuse`: a known key appends nothing at all (`repeated` or `key-conflict`).
   * `skip`: drafts whose key is known are left out, the rest is appended (imports).
   */
  onRepeat: 'refuse' | 'skip';
}

export type AppendOutcome =
  /** Positions are gapless and in the order of the drafts; `repeated` counts what was skipped. */
  | { kind: 'appended'; epoch: string; entries: Entry[]; repeated: number }
  | { kind: 'repeated'; epoch: string; seq: number }
  | { kind: 'key-conflict'; seq: number }
  | { kind: 'unknown-board' };

export interface BoardHead {
  board: string;
  epoch: string;
  /** Position of the last entry. */
  seq: number;
}

/** An entry with its place in the hash chain (SHA-256, hex; `prev` of entry 1 is 64 zeros). */
export interface StoredEntry extends Entry {
  key?: string;
  bodyHash?: string;
  prev: string;
  hash: string;
}

/** A stored fold: everything up to `seq`, in a form only this `version` of the fold reads. */
export interface StoredSnapshot {
  board: string;
  epoch: string;
  seq: number;
  version: string;
  bytes: Uint8Array;
}

/**
 * The store did not take it (disk full, database away, queue full) and nothing was stored; only
 * where the connection broke during the commit itself it may have been. Asking again with the same
 * idempotency key is right in both cases.
 */
export class LedgerUnavailable extends Error {
  readonly retryAfterSeconds: number;
  constructor(detail: string, retryAfterSeconds = 2, cause?: unknown) {
    super(detail, { cause });
    this.name = 'LedgerUnavailable';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * The only truth: per board, posted facts at positions 1..n without a gap, inside an epoch.
 * Position, entry, hash and idempotency key commit in one transaction; a promise resolves only
 * after that transaction is durable. Requests that wait together commit together.
 * Every method rejects with `LedgerUnavailable` when the store cannot answer.
 */
export interface Ledger {
  /** Creates the board with its first entry. */
  open(board: string, epoch: string, draft: Draft): Promise<'opened' | 'exists'>;
  append(request: AppendRequest): Promise<AppendOutcome>;
  heads(): Promise<BoardHead[]>;
  /** Entries with `seq > since`, ascending, at most `limit`: what a fold needs, and fast. */
  read(board: string, since: number, limit: number): Promise<Entry[]>;
  /** The same with keys and hashes. */
  readStored(board: string, since: number, limit: number): Promise<StoredEntry[]>;
  /** Which of the idempotency keys the board's entries hold, and at which position. */
  knownKeys(board: string, keys: readonly string[]): Promise<Map<string, number>>;
  /** Drops what follows `toSeq` and starts `newEpoch`; false when `epoch` is no longer current. */
  rewind(
    board: string,
    change: { epoch: string; toSeq: number; newEpoch: string },
  ): Promise<boolean>;
  /**
   * Puts a board that was kept elsewhere in the place of this one: its entries as they are, hashes
   * and all, from the first to the last, in a new epoch. All or nothing, also when `pages` throws.
   * That the chain is whole is the caller's to know.
   */
  adopt(
    board: string,
    newEpoch: string,
    pages: AsyncIterable<readonly StoredEntry[]>,
  ): Promise<void>;
  /** Removes the board and all it holds; false when there is none. */
  remove(board: string): Promise<boolean>;
  /** Replaces the board's snapshot. */
  saveSnapshot(snapshot: StoredSnapshot): Promise<void>;
  /** Its bytes are the caller's, to let go of as well. */
  loadSnapshot(board: string): Promise<StoredSnapshot | undefined>;
  /** Keeps `value` under `name` unless one is kept already; answers with what is kept. */
  keep(name: string, value: string): Promise<string>;
  /** Removes and answers what is kept under `name`: only one caller ever gets it. */
  take(name: string): Promise<string | undefined>;
  close(): Promise<void>;
}
