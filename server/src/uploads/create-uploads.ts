import { join } from 'node:path';
import type { Log } from '../log.ts';
import { FileUploads } from './file/file-uploads.ts';
import type { Uploads } from './uploads.ts';

interface UploadsPlace {
  dataDir: string;
  databaseUrl: string | undefined;
  log: Log;
}

/**
 * Where the ledger is: in its database, or else in the data folder. It is made when the first
 * picture comes.
 */
export async function createUploads({ dataDir, databaseUrl, log }: UploadsPlace): Promise<Uploads> {
  if (databaseUrl === undefined) return new FileUploads(join(dataDir, 'uploads'));
  const { PostgresUploads } = await import('./postgres/postgres-uploads.ts');
  return PostgresUploads.open({ url: databaseUrl, log });
}
