import { existsSync } from 'node:fs';
import { LedgerUnusable } from '../ledger-unusable.ts';
import type { ReadableLedger } from '../verify-chain.ts';
import { readEntries } from './entry-pages.ts';
import { ledgerPath, SqliteStore } from './sqlite-store.ts';

/**
 * The ledger of a data folder, to read only: beside a running server too, since nothing is locked.
 * @throws LedgerUnusable when there is none
 */
export function openSqliteToRead(dataDir: string): ReadableLedger {
  const path = ledgerPath(dataDir);
  if (!existsSync(path)) throw new LedgerUnusable('DATA_DIR', `${dataDir} holds no ledger`);
  const store = new SqliteStore(dataDir, { readOnly: true });
  return {
    heads: async () => store.heads(),
    readStored: (board, since, limit) =>
      readEntries((...page) => store.readPage(...page), { board, since, limit }),
    close: async () => store.close(),
  };
}
