import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LedgerUnusable } from '../ledger-unusable.ts';
import { makeFolder } from './folder.ts';

/** A server that was killed a moment ago may take this long to let go. */
const patienceMs = 1_000;

/**
 * Makes this process the only one that serves a data folder. The lock is the operating system's,
 * held by an open transaction: it ends with the process, however that ends.
 * @throws LedgerUnusable where the folder cannot be used or another server holds it
 */
export function ownDataDir(dataDir: string): { release(): void } {
  try {
    makeFolder(resolve(dataDir));
  } catch (error) {
    throw new LedgerUnusable('DATA_DIR', `${dataDir} cannot be made a folder`, error);
  }
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(dataDir, 'owner.sqlite'), { timeout: patienceMs });
    lock.exec('PRAGMA journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const isHeld = error instanceof Error && /locked/.test(error.message);
    const why = isHeld ? 'is in use by another server' : 'cannot be written to';
    throw new LedgerUnusable('DATA_DIR', `${dataDir} ${why}`, error);
  }
  const held = lock;
  return { release: () => held.close() };
}
