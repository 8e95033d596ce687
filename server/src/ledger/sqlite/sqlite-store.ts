import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { AdoptedRow } from '../adopted.ts';
import type { EncodedDraft, StoredLine } from '../encoded-draft.ts';
import type { EntryRange, EntryText } from '../entry-text.ts';
import { chainStart } from '../hash-chain.ts';
import type { AppendRequest, BoardHead } from '../ledger.ts';
import { placeDrafts, type ChainHead, type KeyHolder, type PlacedRow } from '../placement.ts';
import { rewindReaches, type RewindChange } from '../rewind.ts';
import { LedgerUnusable } from '../ledger-unusable.ts';
import { assertKnownSchema, prepareConnection } from './schema.ts';
import { SnapshotParts, type SnapshotHead, type StoredHead } from './snapshot-parts.ts';
import { storeFault } from './store-fault.ts';

/** An append as it comes to the worker: encoded, because texts are what is hashed and stored. */
export interface EncodedAppend {
  board: string;
  drafts: EncodedDraft[];
  onRepeat: AppendRequest['onRepeat'];
}

export type StoreAppend =
  | { kind: 'appended'; epoch: string; first: number; skipped: number[] }
  | { kind: 'repeated'; epoch: string; seq: number }
  | { kind: 'key-conflict'; seq: number }
  | { kind: 'unknown-board' };

export type StoreSettled = { ok: true; value: StoreAppend } | { ok: false; message: string };

/** A page of entries; `prev` is the hash before the first of them. */
export interface StorePage {
  lines: StoredLine[];
  facts: string[];
  prev: string;
}

interface BoardRow extends ChainHead {
  id: number;
}

const statements = {
  board: 'SELECT id, board, epoch, seq, hash FROM boards WHERE board = ?',
  heads: "SELECT board, epoch, seq FROM boards WHERE board NOT LIKE '!%' ORDER BY id",
  addBoard: 'INSERT INTO boards (board, epoch, seq, hash) VALUES (?, ?, 0, ?)',
  moveHead: 'UPDATE boards SET epoch = ?, seq = ?, hash = ? WHERE id = ?',
  dropBoard: 'DELETE FROM boards WHERE board = ?',
  dropStaged: "DELETE FROM boards WHERE board LIKE '!%'",
  nameBoard: 'UPDATE boards SET board = ?, epoch = ? WHERE board = ?',
  key: 'SELECT seq, body_hash AS bodyHash FROM entries WHERE board = ? AND key = ?',
  add: `INSERT INTO entries (board, seq, epoch, at, actor, fact, key, body_hash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  page: `SELECT seq, epoch, at, actor, key, body_hash, hash, fact FROM entries
         WHERE board = ? AND seq > ? ORDER BY seq LIMIT ?`,
  text: `SELECT group_concat('{"seq":' || seq || ',"epoch":' || json_quote(epoch) || ',"at":'
           || json_quote(at) || ',"actor":' || json_quote(actor) || ',"fact":' || fact || '}') AS text
         FROM (SELECT * FROM entries WHERE board = ? AND seq > ? ORDER BY seq LIMIT ?)`,
  hash: 'SELECT hash FROM entries WHERE board = ? AND seq = ?',
  cut: 'DELETE FROM entries WHERE board = ? AND seq > ?',
  keep: 'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
  kept: 'SELECT value FROM kept WHERE name = ?',
  take: 'DELETE FROM kept WHERE name = ? RETURNING value',
} as const;

export function ledgerPath(dataDir: string): string {
  return join(dataDir, 'ledger.sqlite');
}

/**
 * SQLite takes a file without a byte for a new database. Here it is what is left of a ledger after a
 * copy that failed or a disk that was full: beginning anew in its place would hide the loss.
 */
function refuseEmptyFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.size !== 0) return;
  const why =
    'it is empty, what was in it is lost: put a backup in its place, or remove it to begin anew';
  throw new LedgerUnusable('DATA_DIR', `${path} cannot be used: ${why}`);
}

/** The SQLite file of a ledger, synchronously: it lives in a worker thread. */
export class SqliteStore {
  readonly #db: DatabaseSync;
  readonly #snapshots: SnapshotParts;
  readonly #prepared = new Map<keyof typeof statements, StatementSync>();

  /** @throws LedgerUnusable when the file is no ledger that can be written durably */
  constructor(dataDir: string, { readOnly = false } = {}) {
    const path = ledgerPath(dataDir);
    refuseEmptyFile(path);
    try {
      this.#db = new DatabaseSync(path, { readOnly });
      if (readOnly) assertKnownSchema(this.#db);
      else prepareConnection(this.#db);
      // What was kept aside when a process ended will never be whole.
      if (!readOnly) this.#db.prepare(statements.dropStaged).run();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new LedgerUnusable('DATA_DIR', `${path} cannot be used: ${why}`, error);
    }
    this.#snapshots = new SnapshotParts(this.#db);
  }

  open(board: string, epoch: string, draft: EncodedDraft): 'opened' | 'exists' {
    return this.#transact(() => {
      if (this.#boardOf(board)) return 'exists';
      this.#run('addBoard').run(board, epoch, chainStart);
      this.#append({ board, drafts: [draft], onRepeat: 'skip' });
      return 'opened';
    });
  }

  /** Commits all requests in one transaction; one that fails by itself leaves the others alone. */
  append(requests: EncodedAppend[]): StoreSettled[] {
    return this.#transact(() =>
      requests.map((request): StoreSettled => {
        this.#db.exec('SAVEPOINT request');
        try {
          return { ok: true, value: this.#append(request) };
        } catch (error) {
          // A fault of the store is nobody's own: the whole transaction ends.
          if (storeFault(error) !== undefined || !this.#db.isTransaction) throw error;
          this.#db.exec('ROLLBACK TO request');
          return { ok: false, message: error instanceof Error ? error.message : String(error) };
        } finally {
          if (this.#db.isTransaction) this.#db.exec('RELEASE request');
        }
      }),
    );
  }

  heads(): BoardHead[] {
    return this.#run('heads').all() as unknown as BoardHead[];
  }

  readText({ board, since, limit }: EntryRange): EntryText | undefined {
    const found = this.#boardOf(board);
    if (!found) return undefined;
    const row = this.#run('text').get(found.id, since, limit) as { text: string | null };
    return { epoch: found.epoch, text: row.text ?? '' };
  }

  readPage(board: string, since: number, limit: number): StorePage {
    const found = this.#boardOf(board);
    if (!found) return { lines: [], facts: [], prev: chainStart };
    const rows = this.#run('page', true).all(found.id, since, limit) as unknown as unknown[][];
    const facts: string[] = [];
    const lines = rows.map((row) => {
      // The statement names these columns in this order, the fact last.
      facts.push(row.pop() as string);
      return row as StoredLine;
    });
    const before = this.#run('hash').get(found.id, since) as { hash: string } | undefined;
    return { lines, facts, prev: before?.hash ?? chainStart };
  }

  knownKeys(board: string, keys: readonly string[]): [key: string, seq: number][] {
    const found = this.#boardOf(board);
    if (!found) return [];
    return keys.flatMap((key) => {
      const holder = this.#run('key').get(found.id, key) as unknown as KeyHolder | undefined;
      return holder ? [[key, holder.seq] as [string, number]] : [];
    });
  }

  /** Adds rows to a board that is kept aside under `staged` (`!` and whatever) until it is whole. */
  stage(staged: string, rows: readonly AdoptedRow[]): void {
    this.#transact(() => {
      if (!this.#boardOf(staged)) this.#run('addBoard').run(staged, '', chainStart);
      const found = this.#boardOf(staged);
      const last = rows.at(-1);
      if (!found || !last) return;
      for (const row of rows) this.#insert({ ...found, epoch: row.epoch }, [row]);
      this.#run('moveHead').run('', last.seq, last.hash, found.id);
    });
  }

  /** Puts the board kept aside in the place of the other. */
  adopt(staged: string, board: string, epoch: string): void {
    this.#transact(() => {
      this.#run('dropBoard').run(board);
      this.#run('nameBoard').run(board, epoch, staged);
    });
  }

  rewind(board: string, change: RewindChange): boolean {
    return this.#transact(() => {
      const found = this.#boardOf(board);
      if (!found || !rewindReaches(found, change)) return false;
      this.#run('cut').run(found.id, change.toSeq);
      this.#snapshots.drop(found.id);
      const { hash } = this.#run('hash').get(found.id, change.toSeq) as { hash: string };
      this.#run('moveHead').run(change.newEpoch, change.toSeq, hash, found.id);
      return true;
    });
  }

  remove(board: string): boolean {
    return this.#transact(() => this.#run('dropBoard').run(board).changes > 0);
  }

  /** The number of a new saving; `undefined` where the board is gone. */
  beginSnapshot(board: string): number | undefined {
    const found = this.#boardOf(board);
    return found && this.#snapshots.next(found.id);
  }

  addSnapshotPart(board: string, save: number, part: number, bytes: Uint8Array): void {
    this.#transact(() => {
      const found = this.#boardOf(board);
      if (found) this.#snapshots.add(found.id, save, part, bytes);
    });
  }

  /** Puts the saved parts in the place of the last snapshot, unless the board was rewound. */
  finishSnapshot(head: SnapshotHead): void {
    this.#transact(() => {
      const found = this.#boardOf(head.board);
      if (!found || found.epoch !== head.epoch || head.seq > found.seq) return;
      this.#snapshots.finish(found.id, head);
    });
  }

  /** Removes one part that belongs to no snapshot; false when there is none. */
  sweepSnapshot(board: string): boolean {
    return this.#transact(() => {
      const found = this.#boardOf(board);
      return found ? this.#snapshots.sweep(found.id) : false;
    });
  }

  snapshotHead(board: string): StoredHead | undefined {
    const found = this.#boardOf(board);
    const head = found && this.#snapshots.head(found.id);
    return head && { ...head, board };
  }

  snapshotPart(board: string, save: number, part: number): Uint8Array | undefined {
    const found = this.#boardOf(board);
    return found && this.#snapshots.part(found.id, save, part);
  }

  keep(name: string, value: string): string {
    return this.#transact(() => {
      this.#run('keep').run(name, value);
      return (this.#run('kept').get(name) as { value: string }).value;
    });
  }

  take(name: string): string | undefined {
    return this.#transact(() => {
      return (this.#run('take').get(name) as { value: string } | undefined)?.value;
    });
  }

  close(): void {
    this.#db.close();
  }

  #append({ board, drafts, onRepeat }: EncodedAppend): StoreAppend {
    const head = this.#boardOf(board);
    if (!head) return { kind: 'unknown-board' };
    const findKey = (key: string) =>
      this.#run('key').get(head.id, key) as unknown as KeyHolder | undefined;
    const placed = placeDrafts(head, drafts, onRepeat, findKey);
    if (placed.kind === 'repeated') return { ...placed, epoch: head.epoch };
    if (placed.kind === 'key-conflict') return placed;
    const { epoch, seq, hash } = placed.head;
    if (placed.rows.length > 0) {
      this.#insert(head, placed.rows);
      this.#run('moveHead').run(epoch, seq, hash, head.id);
    }
    return { kind: 'appended', epoch, first: head.seq + 1, skipped: placed.skipped };
  }

  #insert({ id, epoch }: BoardRow, rows: readonly PlacedRow[]): void {
    const add = this.#run('add');
    for (const { seq, at, actor, fact, key, bodyHash, hash } of rows)
      add.run(id, seq, epoch, at, actor, fact, key, bodyHash, hash);
  }

  #boardOf(board: string): BoardRow | undefined {
    return this.#run('board').get(board) as unknown as BoardRow | undefined;
  }

  #run(name: keyof typeof statements, asArrays = false): StatementSync {
    let statement = this.#prepared.get(name);
    if (!statement) {
      statement = this.#db.prepare(statements[name]);
      if (asArrays) statement.setReturnArrays(true);
      this.#prepared.set(name, statement);
    }
    return statement;
  }

  #transact<T>(work: () => T): T {
    // A rollback that failed with the disk would block every later transaction.
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.#db.exec('COMMIT');
      return value;
    } catch (error) {
      // SQLite may have rolled back by itself, on a full disk for one.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}
