import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Origins } from './origins.ts';
import { PostgresOrigins } from './postgres/postgres-origins.ts';
import { SqliteOrigins } from './sqlite/sqlite-origins.ts';

/** Where the ledger is: in its database, or in a file beside it. */
export async function createOrigins(place: {
  dataDir: string;
  databaseUrl: string | undefined;
  log: Log;
}): Promise<Origins> {
  const { dataDir, databaseUrl: url, log } = place;
  return url === undefined
    ? new SqliteOrigins(join(dataDir, 'origins.sqlite'))
    : PostgresOrigins.open({ url, log });
}
