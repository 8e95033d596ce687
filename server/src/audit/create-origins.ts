import { join } from 'node:path';
import type { Log } from '../log.ts';
import type { Origins } from './origins.ts';
import { SqliteOrigins } from './sqlite/sqlite-origins.ts';

/** Where the ledger is: in its database, or in a file beside it. */
export async function createOrigins(place: {
  dataDir: string;
  databaseUrl: string | undefined;
  log: Log;
}): Promise<Origins> {
  const { dataDir, databaseUrl: url, log } = place;
  if (url === undefined) return new SqliteOrigins(join(dataDir, 'origins.sqlite'));
  const { PostgresOrigins } = await import('./postgres/postgres-origins.ts');
  return PostgresOrigins.open({ url, log });
}
