import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Shelf } from './shelf.ts';
import { SqliteShelf } from './sqlite/sqlite-shelf.ts';

interface ShelfPlace {
  dataDir: string;
  databaseUrl: string | undefined;
  log: Log;
}

/** Where the ledger is: in its database, or else in the data folder. */
export async function createShelf({ dataDir, databaseUrl, log }: ShelfPlace): Promise<Shelf> {
  if (databaseUrl === undefined) return new SqliteShelf(join(dataDir, 'machines.sqlite'));
  const { PostgresShelf } = await import('./postgres/postgres-shelf.ts');
  return PostgresShelf.open({ url: databaseUrl, log });
}
