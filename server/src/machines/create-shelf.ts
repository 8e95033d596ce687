import { join } from 'node:path';
import type { Log } from '../log.ts';
import { PostgresShelf } from './postgres/postgres-shelf.ts';
import type { Shelf } from './shelf.ts';
import { SqliteShelf } from './sqlite/sqlite-shelf.ts';

interface ShelfPlace {
  dataDir: string;
  databaseUrl: string | undefined;
  log: Log;
}

/** Where the ledger is: in its database, or else in the data folder. */
export async function createShelf({ dataDir, databaseUrl, log }: ShelfPlace): Promise<Shelf> {
  return databaseUrl === undefined
    ? new SqliteShelf(join(dataDir, 'machines.sqlite'))
    : PostgresShelf.open({ url: databaseUrl, log });
}
