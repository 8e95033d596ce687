import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { LedgerUnavailable } from '../../ledger/ledger.ts';
import { logLines, type Kind, type LogLine, type LogName, type Shelf } from '../shelf.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS shelf (
    kind TEXT NOT NULL, board TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (kind, board, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS lines (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    log TEXT NOT NULL, board TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS lines_of ON lines (log, board, id, n);
  CREATE TABLE IF NOT EXISTS leases (
    name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL
  ) STRICT;
`;

const statements = {
  find: 'SELECT text FROM shelf WHERE kind = ? AND board = ? AND id = ?',
  all: 'SELECT id, text FROM shelf WHERE kind = ? AND board = ?',
  put: `INSERT INTO shelf (kind, board, id, text) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET text = excluded.text`,
  remove: 'DELETE FROM shelf WHERE kind = ? AND board = ? AND id = ?',
  take: 'DELETE FROM shelf WHERE kind = ? AND board = ? AND id = ? RETURNING text',
  note: 'INSERT INTO lines (log, board, id, text) VALUES (?, ?, ?, ?)',
  trim: `DELETE FROM lines WHERE log = ?1 AND board = ?2 AND id = ?3 AND n <=
         (SELECT n FROM lines WHERE log = ?1 AND board = ?2 AND id = ?3
          ORDER BY n DESC LIMIT 1 OFFSET ?4)`,
  notes: `SELECT n, text FROM lines WHERE log = ? AND board = ? AND id = ? AND n < ?
          ORDER BY n DESC LIMIT ?`,
  lease: `INSERT INTO leases (name, holder, until) VALUES (?1, ?2, ?3)
          ON CONFLICT DO UPDATE SET holder = ?2, until = ?3 WHERE holder = ?2 OR until < ?4`,
  release: 'DELETE FROM leases WHERE name = ? AND holder = ?',
} as const;

/**
 * A file of its own beside the SQLite ledger. It is made when it is first written to, so that a
 * server that talks to no other system has none.
 */
export class SqliteShelf implements Shelf {
  readonly #path: string;
  readonly #prepared = new Map<keyof typeof statements, StatementSync>();
  #db: DatabaseSync | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async find(kind: Kind, board: string, id: string): Promise<string | undefined> {
    const row = this.#ask(() => this.#of('find').get(kind, board, id));
    return row === undefined ? undefined : String(row['text']);
  }

  async all(kind: Kind, board: string): Promise<{ id: string; text: string }[]> {
    const rows = this.#ask(() => this.#of('all').all(kind, board));
    return rows.map(({ id, text }) => ({ id: String(id), text: String(text) }));
  }

  async put(kind: Kind, board: string, id: string, text: string): Promise<void> {
    this.#ask(() => this.#of('put').run(kind, board, id, text));
  }

  async take(kind: Kind, board: string, id: string): Promise<string | undefined> {
    const row = this.#ask(() => this.#of('take').get(kind, board, id));
    return row === undefined ? undefined : String(row['text']);
  }

  async remove(kind: Kind, board: string, id: string): Promise<void> {
    this.#ask(() => this.#of('remove').run(kind, board, id));
  }

  async note(log: LogName, board: string, id: string, text: string): Promise<void> {
    this.#ask(() => {
      const db = this.#open();
      // A line that a power cut takes is no loss; everything else waits for the disk.
      db.exec('PRAGMA synchronous = NORMAL');
      try {
        this.#of('note').run(log, board, id, text);
        this.#of('trim').run(log, board, id, logLines);
      } finally {
        db.exec('PRAGMA synchronous = FULL');
      }
    });
  }

  async notes(
    log: LogName,
    board: string,
    id: string,
    { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number },
  ): Promise<LogLine[]> {
    const rows = this.#ask(() => this.#of('notes').all(log, board, id, before, limit));
    return rows.map(({ n, text }) => ({ n: Number(n), text: String(text) }));
  }

  async lease(name: string, holder: string, ms: number): Promise<boolean> {
    const now = Date.now();
    return this.#ask(() => this.#of('lease').run(name, holder, now + ms, now).changes) > 0;
  }

  async release(name: string, holder: string): Promise<void> {
    this.#ask(() => this.#of('release').run(name, holder));
  }

  async close(): Promise<void> {
    this.#prepared.clear();
    this.#db?.close();
    this.#db = undefined;
  }

  #of(name: keyof typeof statements): StatementSync {
    const prepared = this.#prepared.get(name) ?? this.#open().prepare(statements[name]);
    this.#prepared.set(name, prepared);
    return prepared;
  }

  #open(): DatabaseSync {
    if (this.#db) return this.#db;
    mkdirSync(dirname(this.#path), { recursive: true });
    const db = new DatabaseSync(this.#path);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    db.exec(tables);
    this.#db = db;
    return db;
  }

  #ask<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new LedgerUnavailable('the file of addresses and deliveries cannot be used', 2, error);
    }
  }
}
