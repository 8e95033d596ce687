import type { DatabaseSync } from 'node:sqlite';
import { newerSchema } from '../ledger-unusable.ts';

/** WAL-reset corruption exists through 3.51.2. */
const oldestVersion = [3, 51, 3] as const;
const synchronousFull = 2;

const schema = `
  CREATE TABLE IF NOT EXISTS boards (
    id INTEGER PRIMARY KEY,
    board TEXT NOT NULL UNIQUE,
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS entries (
    board INTEGER NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    epoch TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    fact TEXT NOT NULL,
    key TEXT,
    body_hash TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (board, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS entries_key ON entries (board, key) WHERE key IS NOT NULL;
  CREATE TABLE IF NOT EXISTS snapshots (
    board INTEGER PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
    epoch TEXT NOT NULL,
    seq INTEGER NOT NULL,
    version TEXT NOT NULL,
    save INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS snapshot_parts (
    board INTEGER NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    save INTEGER NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (board, save, part)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * What the file is written in, kept in its `user_version`. 1 had none written down (0), and held a
 * snapshot in one piece: it only saved time, and is made again.
 */
const schemaVersion = 2;
const toVersion2 = 'DROP TABLE IF EXISTS snapshots';

function versionOf(db: DatabaseSync): number {
  return (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** Throws where a newer version of this program has written the file. */
export function assertKnownSchema(db: DatabaseSync): void {
  const version = versionOf(db);
  if (version > schemaVersion) throw new Error(newerSchema(version, schemaVersion));
}

function prepareTables(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    assertKnownSchema(db);
    if (versionOf(db) < schemaVersion) db.exec(toVersion2);
    db.exec(schema);
    db.exec(`PRAGMA user_version = ${schemaVersion}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function assertVersion(db: DatabaseSync): void {
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  const parts = version.split('.').map(Number);
  for (const [at, least] of oldestVersion.entries()) {
    const part = parts[at] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${version} is older than ${oldestVersion.join('.')}`);
  }
}

/** A reopened WAL database may run with less than it was created with: set it, then read it back. */
function assertDurable(db: DatabaseSync): void {
  const { journal_mode: journal } = db.prepare('PRAGMA journal_mode').get() as {
    journal_mode: string;
  };
  const { synchronous } = db.prepare('PRAGMA synchronous').get() as { synchronous: number };
  if (journal !== 'wal' || synchronous !== synchronousFull)
    throw new Error(`SQLite runs journal_mode=${journal}, synchronous=${synchronous}`);
}

/** Makes a fresh connection durable and the file a ledger; throws when it cannot be made so. */
export function prepareConnection(db: DatabaseSync): void {
  assertVersion(db);
  db.exec('PRAGMA busy_timeout = 5000');
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  db.exec('PRAGMA foreign_keys = ON');
  // Space that a large import took in the journal is given back.
  db.exec('PRAGMA journal_size_limit = 67108864');
  assertDurable(db);
  prepareTables(db);
}
