import type { Log } from '../log.ts';
import type { Ledger } from './ledger.ts';
import { PostgresLedger } from './postgres/postgres-ledger.ts';
import { SqliteLedger } from './sqlite/sqlite-ledger.ts';

/**
 * The ledger as configured: PostgreSQL where a URL is given, otherwise SQLite in the data folder.
 * @throws LedgerUnusable when it cannot be served from
 */
export async function createLedger(options: {
  dataDir: string;
  databaseUrl: string | undefined;
  log: Log;
}): Promise<Ledger> {
  const { dataDir, databaseUrl, log } = options;
  return databaseUrl === undefined
    ? SqliteLedger.open(dataDir)
    : PostgresLedger.open({ url: databaseUrl, log });
}
