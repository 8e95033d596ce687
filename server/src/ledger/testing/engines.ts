import { createDataDir, createSchema } from './stores.ts';

/** An empty place for a ledger, as a process is told of it. */
export interface LedgerPlace {
  dataDir: string;
  databaseUrl: string | undefined;
  clean: () => Promise<void>;
}

/** The engines that outlive their process. */
export const durableEngines: Record<string, () => Promise<LedgerPlace>> = {
  SQLite: async () => {
    const { path, clean } = await createDataDir();
    return { dataDir: path, databaseUrl: undefined, clean };
  },
  PostgreSQL: async () => {
    const { url, clean } = await createSchema();
    return { dataDir: '', databaseUrl: url, clean };
  },
};
