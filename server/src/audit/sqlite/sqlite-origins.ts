import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LedgerUnavailable } from '../../ledger/ledger.ts';
import type { OriginFilter, OriginNote, Origins } from '../origins.ts';

const table = `
  CREATE TABLE IF NOT EXISTS origins (
    board TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    actor TEXT NOT NULL, at TEXT NOT NULL, address TEXT NOT NULL, agent TEXT NOT NULL,
    PRIMARY KEY (board, first)
  ) STRICT, WITHOUT ROWID;
`;

/** A file of its own beside the SQLite ledger, made when it is first used. */
export class SqliteOrigins implements Origins {
  readonly #path: string;
  #db: DatabaseSync | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async note(notes: readonly OriginNote[]): Promise<void> {
    this.#ask((db) => {
      const insert = db.prepare('INSERT OR REPLACE INTO origins VALUES (?, ?, ?, ?, ?, ?, ?)');
      db.exec('BEGIN');
      try {
        for (const { board, first, last, actor, at, address, agent } of notes)
          insert.run(board, first, last, actor, at, address, agent);
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    });
  }

  async find(board: string, first: number, last: number): Promise<OriginNote[]> {
    const rows = this.#ask((db) =>
      db
        .prepare('SELECT * FROM origins WHERE board = ? AND first <= ? AND last >= ?')
        .all(board, last, first),
    );
    return rows.map((row) => ({
      board,
      first: Number(row['first']),
      last: Number(row['last']),
      actor: String(row['actor']),
      at: String(row['at']),
      address: String(row['address']),
      agent: String(row['agent']),
    }));
  }

  async forget({ board, person, before }: OriginFilter): Promise<void> {
    const wanted = [
      ['board = ?', board],
      ["substr(actor, instr(actor, ':') + 1) = ?", person],
      ['at < ?', before],
    ].filter((pair): pair is [string, string] => pair[1] !== undefined);
    if (wanted.length === 0) return;
    const where = wanted.map(([sql]) => sql).join(' AND ');
    this.#ask((db) => {
      db.prepare(`DELETE FROM origins WHERE ${where}`).run(...wanted.map(([, value]) => value));
      // What was erased must not stay readable in the log of writes.
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  async close(): Promise<void> {
    this.#db?.close();
    this.#db = undefined;
  }

  #ask<T>(work: (db: DatabaseSync) => T): T {
    try {
      return work(this.#open());
    } catch (error) {
      throw new LedgerUnavailable('the file of origins cannot be used', 2, error);
    }
  }

  #open(): DatabaseSync {
    if (this.#db) return this.#db;
    mkdirSync(dirname(this.#path), { recursive: true });
    const db = new DatabaseSync(this.#path);
    // An origin that a power cut takes is no loss; nothing waits for the disk here. What is erased
    // is overwritten.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
    db.exec('PRAGMA busy_timeout = 5000;');
    db.exec(table);
    this.#db = db;
    return db;
  }
}
