import type { PoolClient } from 'pg';
import { newerSchema } from '../ledger-unusable.ts';

/** One lock for all nodes that start at once: `CREATE … IF NOT EXISTS` alone may collide. */
const schemaLock = 7_304_201;

const tables = `
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
  ALTER TABLE snapshots ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE TABLE IF NOT EXISTS kept (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL);
`;

/** What the tables are written in; a ledger of before there was a number holds none. */
const schemaVersion = 1;

/** Throws where a newer version of this program has written the tables. */
async function assertKnownSchema(client: PoolClient): Promise<void> {
  const { rows: tables } = await client.query<{ found: string | null }>(
    "SELECT to_regclass('schema_version') AS found",
  );
  if (tables[0]?.found === null) return;
  const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
  const version = rows[0]?.version ?? schemaVersion;
  if (version > schemaVersion) throw new RangeError(newerSchema(version, schemaVersion));
}

/** Makes the tables, in the first schema of the connection's search path. */
export async function prepareTables(client: PoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
    await prepareSchema(client);
    await assertKnownSchema(client);
    await client.query(tables);
    await client.query(
      'INSERT INTO schema_version SELECT $1 WHERE NOT EXISTS (SELECT FROM schema_version)',
      [schemaVersion],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Throws where there is no ledger to read. */
export async function findTables(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ found: string | null }>(
    "SELECT to_regclass('entries') AS found",
  );
  if (rows[0]?.found === null) throw new RangeError('it holds no ledger');
  await assertKnownSchema(client);
}

/**
 * Makes the schema that the URL's `options=-c search_path=…` names (`public` where it names none).
 * Only when it is missing: the command asks for a right on the database even where it does nothing.
 */
async function prepareSchema(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string; found: string | null }>(
    `SELECT quote_ident(name) AS name, to_regnamespace(quote_ident(name)) AS found FROM coalesce(
       nullif(trim(both ' "' from split_part(current_setting('search_path'), ',', 1)), '$user'),
       'public') AS name`,
  );
  const [first] = rows;
  if (first && first.found === null) await client.query(`CREATE SCHEMA ${first.name}`);
}
