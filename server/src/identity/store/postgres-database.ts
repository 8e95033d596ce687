import { Pool } from 'pg';
import type { StoreDatabase } from './store-database.ts';

/** One lock for all nodes that start at once. */
const migrationLock = 7_304_203;

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

export async function openPostgres(url: string): Promise<StoreDatabase> {
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
