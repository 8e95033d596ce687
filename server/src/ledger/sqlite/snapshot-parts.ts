import type { DatabaseSync } from 'node:sqlite';
import type { StoredSnapshot } from '../ledger.ts';

/** A snapshot whose bytes lie in parts under the number of its saving. */
export interface SnapshotHead extends Omit<StoredSnapshot, 'bytes'> {
  save: number;
}

/** Of one that was stored; `size` in bytes. */
export interface StoredHead extends SnapshotHead {
  size: number;
}

const sql = {
  next: 'SELECT coalesce(max(save), 0) + 1 AS save FROM snapshot_parts WHERE board = ?',
  add: 'INSERT INTO snapshot_parts (board, save, part, bytes) VALUES (?, ?, ?, ?)',
  finish: `INSERT INTO snapshots (board, epoch, seq, version, save) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (board) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq,
      version = excluded.version, save = excluded.save`,
  head: `SELECT epoch, seq, version, save, (SELECT coalesce(sum(length(bytes)), 0) FROM snapshot_parts
    WHERE board = snapshots.board AND save = snapshots.save) AS size FROM snapshots WHERE board = ?`,
  part: 'SELECT bytes FROM snapshot_parts WHERE board = ? AND save = ? AND part = ?',
  sweep: `DELETE FROM snapshot_parts WHERE rowid = (SELECT rowid FROM snapshot_parts
    WHERE board = ?1 AND save <> coalesce((SELECT save FROM snapshots WHERE board = ?1), 0) LIMIT 1)`,
  drop: 'DELETE FROM snapshots WHERE board = ?',
} as const;

/**
 * The snapshots in the file, part by part: a hundred megabytes in one transaction would hold up
 * every post for a second. Whole is what the `snapshots` table names; parts of another saving are
 * what a crash, or the snapshot before, left behind.
 */
export class SnapshotParts {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** The number of the next saving. */
  next(board: number): number {
    return (this.#db.prepare(sql.next).get(board) as { save: number }).save;
  }

  add(board: number, save: number, part: number, bytes: Uint8Array): void {
    this.#db.prepare(sql.add).run(board, save, part, bytes);
  }

  finish(board: number, { epoch, seq, version, save }: SnapshotHead): void {
    this.#db.prepare(sql.finish).run(board, epoch, seq, version, save);
  }

  head(board: number): Omit<StoredHead, 'board'> | undefined {
    return this.#db.prepare(sql.head).get(board) as unknown as StoredHead | undefined;
  }

  part(board: number, save: number, part: number): Uint8Array | undefined {
    const row = this.#db.prepare(sql.part).get(board, save, part);
    return (row as { bytes: Uint8Array } | undefined)?.bytes;
  }

  /** Removes one part that no snapshot holds; false when there is none. */
  sweep(board: number): boolean {
    return this.#db.prepare(sql.sweep).run(board).changes > 0;
  }

  drop(board: number): void {
    this.#db.prepare(sql.drop).run(board);
  }
}
