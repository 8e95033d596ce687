import type { DatabaseSync } from 'node:sqlite';
import type { Pool } from 'pg';

/** The tables of people, opened. */
export interface StoreDatabase {
  client: DatabaseSync | Pool;
  /** Runs what several nodes must not do at once. */
  alone(work: () => Promise<void>): Promise<void>;
  /** What was erased is in no file any more, as far as this side can see to that. */
  scrub(): void;
  close(): Promise<void>;
}
