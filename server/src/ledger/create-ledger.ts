import type { Log } from '../log.ts';
import type { Ledger } from './ledger.ts';
import { PostgresLedger } from './postgres/postgres-ledger.ts';
import { SqliteLedger } from './sqlite/sqlite-ledger.ts';
import { openSqliteToRead } from './sqlite/sqlite-reader.ts';
import type { ReadableLedger } from './verify-chain.ts';

interface LedgerPlace {
  dataDir: string;
  databaseUrl: string | undefined;
  log: Log;
}

/**
 * The ledger as configured: PostgreSQL where a URL is given, otherwise SQLite in the data folder.
 * @throws LedgerUnusable when it cannot be served from
 */
export async function createLedger({ dataDir, databaseUrl, log }: LedgerPlace): Promise<Ledger> {
  return databaseUrl === undefined
    ? SqliteLedger.open(dataDir)
    : PostgresLedger.open({ url: databaseUrl, log });
}

/**
 * The same ledger, to read only and beside running servers.
 * @throws LedgerUnusable when there is none
 */
export async function openLedgerToRead(place: LedgerPlace): Promise<ReadableLedger> {
  const { dataDir, databaseUrl, log } = place;
  return databaseUrl === undefined
    ? openSqliteToRead(dataDir)
    : PostgresLedger.openToRead({ url: databaseUrl, log });
}
