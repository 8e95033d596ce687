import type { PoolClient } from 'pg';

/** One lock for all nodes that start at once: `CREATE … IF NOT EXISTS` alone may collide. */
const schemaLock = 7_304_201;

const schema = `
  CREATE TABLE IF NOT EXISTS boards (
    id serial PRIMARY KEY,
    board text NOT NULL UNIQUE,
    epoch text NOT NULL,
    seq bigint NOT NULL,
    hash text NOT NULL
  );
  CREATE TABLE IF NOT EXISTS entries (
    board integer NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    seq bigint NOT NULL,
    epoch text NOT NULL,
    at text NOT NULL,
    actor text NOT NULL,
    fact text NOT NULL,
    key text,
    body_hash text,
    hash text NOT NULL,
    PRIMARY KEY (board, seq)
  );
  CREATE UNIQUE INDEX IF NOT EXISTS entries_key ON entries (board, key) WHERE key IS NOT NULL;
  CREATE TABLE IF NOT EXISTS snapshots (
    board integer PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
    epoch text NOT NULL,
    seq bigint NOT NULL,
    version text NOT NULL,
    bytes bytea NOT NULL
  );
  CREATE TABLE IF NOT EXISTS kept (name text PRIMARY KEY, value text NOT NULL);
`;

/** Makes the tables, in the first schema of the connection's search path. */
export async function prepareTables(client: PoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
    await client.query('CREATE SCHEMA IF NOT EXISTS ' + (await firstSchema(client)));
    await client.query(schema);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** The schema that a URL's `options=-c search_path=…` names, quoted; `public` where none is. */
async function firstSchema(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(coalesce(
       nullif(trim(both ' "' from split_part(current_setting('search_path'), ',', 1)), '$user'),
       'public')) AS name`,
  );
  return rows[0]?.name ?? 'public';
}
