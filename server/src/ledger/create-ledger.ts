import type { Log } from '../log.ts';
import type { Ledger } from './ledger.ts';
import { SqliteLedger } from './sqlite/sqlite-ledger.ts';
import { openSqliteToRead } from './sqlite/sqlite-reader.ts';
import type { ReadableLedger } from './verify-chain.ts';

const postgres = () => import('./postgres/postgres-ledger.ts');

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
  if (databaseUrl === undefined) return SqliteLedger.open(dataDir);
  return (await postgres()).PostgresLedger.open({ url: databaseUrl, log });
}

/**
 * The same ledger, to read only and beside running servers.
 * @throws LedgerUnusable when there is none
 */
export async function openLedgerToRead(place: LedgerPlace): Promise<ReadableLedger> {
  const { dataDir, databaseUrl, log } = place;
  if (databaseUrl === undefined) return openSqliteToRead(dataDir);
  return (await postgres()).PostgresLedger.openToRead({ url: databaseUrl, log });
}
