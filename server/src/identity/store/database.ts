import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Pool } from 'pg';

/** Where people are kept: beside the ledger, and never in it. */
export type StorePlace =
  | { kind: 'memory' }
  | { kind: 'folder'; dataDir: string }
  | { kind: 'postgres'; url: string };

export interface StoreDatabase {
  client: DatabaseSync | Pool;
  /** Runs what several nodes must not do at once. */
  alone(work: () => Promise<void>): Promise<void>;
  /** What was erased is in no file any more, as far as this side can see to that. */
  scrub(): void;
  close(): Promise<void>;
}

/** One lock for all nodes that start at once. */
const migrationLock = 7_304_203;

export async function openDatabase(place: StorePlace): Promise<StoreDatabase> {
  if (place.kind === 'postgres') return openPostgres(place.url);
  return openSqlite(place.kind === 'memory' ? ':memory:' : fileIn(place.dataDir));
}

function fileIn(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, 'identity.db');
}

function openSqlite(path: string): StoreDatabase {
  const client = new DatabaseSync(path);
  client.exec('PRAGMA journal_mode = WAL');
  client.exec('PRAGMA synchronous = FULL');
  client.exec('PRAGMA foreign_keys = ON');
  client.exec('PRAGMA busy_timeout = 5000');
  // A name that was erased is overwritten, not only let go.
  client.exec('PRAGMA secure_delete = ON');
  return {
    client,
    alone: (work) => work(),
    scrub: () => client.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    close: async () => client.close(),
  };
}

/** In a schema of its own beside the ledger's: `identity`, or `<schema>_identity`. */
async function schemaOf(url: string): Promise<string> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    const { rows } = await pool.query<{ name: string | null }>('SELECT current_schema() AS name');
    const name = rows[0]?.name ?? 'public';
    const schema = name === 'public' ? 'identity' : `${name}_identity`;
    await pool.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await pool.query(`CREATE SCHEMA IF NOT EXISTS "${schema.replaceAll('"', '""')}"`);
    return schema;
  } finally {
    // The lock goes with the connection.
    await pool.end();
  }
}

async function openPostgres(url: string): Promise<StoreDatabase> {
  const schema = await schemaOf(url);
  const client = new Pool({
    connectionString: withoutSearchPath(url),
    options: `-c search_path="${schema}"`,
    max: 5,
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  });
  // A connection that breaks while it waits is replaced; the next question says if there is none.
  client.on('error', () => undefined);
  return {
    client,
    // Its vacuum does that by itself.
    scrub: () => undefined,
    close: () => client.end(),
    alone: async (work) => {
      const holder = await client.connect();
      try {
        await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
        await work();
      } finally {
        await holder.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
        holder.release();
      }
    },
  };
}

/** `options` of the URL would win over those of the pool. */
function withoutSearchPath(url: string): string {
  const parsed = new URL(url);
  parsed.searchParams.delete('options');
  return parsed.href;
}
