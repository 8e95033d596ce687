import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoreDatabase } from './store-database.ts';

/** Where people are kept: beside the ledger, and never in it. */
export type StorePlace =
  | { kind: 'memory' }
  | { kind: 'folder'; dataDir: string }
  | { kind: 'postgres'; url: string };

export async function openDatabase(place: StorePlace): Promise<StoreDatabase> {
  if (place.kind === 'postgres') {
    const { openPostgres } = await import('./postgres-database.ts');
    return openPostgres(place.url);
  }
  return openSqlite(place.kind === 'memory' ? ':memory:' : fileIn(place.dataDir));
}

function fileIn(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, 'identity.db');
}

function openSqlite(path: string): StoreDatabase {
  const client = new DatabaseSync(path);
  client.exec('PRAGMA journal_mode = WAL');
  client.exec('PRAGMA synchronous = FULL');
  client.exec('PRAGMA foreign_keys = ON');
  client.exec('PRAGMA busy_timeout = 5000');
  // A name that was erased is overwritten, not only let go.
  client.exec('PRAGMA secure_delete = ON');
  return {
    client,
    alone: (work) => work(),
    scrub: () => client.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: async () => client.close(),
  };
}
