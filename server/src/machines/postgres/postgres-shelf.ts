import type { PoolClient } from 'pg';
import { connect } from '../../ledger/postgres/connect.ts';
import type { Connection } from '../../ledger/postgres/connection.ts';
import type { Log } from '../../log.ts';
import { logLines, type Kind, type LogLine, type LogName, type Shelf } from '../shelf.ts';

/** One lock for all nodes that start at once: `CREATE … IF NOT EXISTS` alone may collide. */
const schemaLock = 7_304_203;

const tables = `
  CREATE TABLE IF NOT EXISTS shelf (
    kind text NOT NULL, board text NOT NULL, id text NOT NULL, text text NOT NULL,
    PRIMARY KEY (kind, board, id)
  );
  CREATE TABLE IF NOT EXISTS shelf_lines (
    n bigserial PRIMARY KEY,
    log text NOT NULL, board text NOT NULL, id text NOT NULL, text text NOT NULL
  );
  CREATE INDEX IF NOT EXISTS shelf_lines_of ON shelf_lines (log, board, id, n);
  CREATE TABLE IF NOT EXISTS leases (
    name text PRIMARY KEY, holder text NOT NULL, until timestamptz NOT NULL
  );
`;

async function prepareTables(client: PoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
    await client.query(tables);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** In the database of the ledger, for every node; leases run by its clock. */
export class PostgresShelf implements Shelf {
  readonly #connection: Connection;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** After the ledger, which makes the schema. @throws LedgerUnusable */
  static async open({ url, log }: { url: string; log: Log }): Promise<PostgresShelf> {
    return new PostgresShelf(await connect(url, log, prepareTables));
  }

  async find(kind: Kind, board: string, id: string): Promise<string | undefined> {
    const rows = await this.#ask<{ text: string }>(
      'SELECT text FROM shelf WHERE kind = $1 AND board = $2 AND id = $3',
      [kind, board, id],
    );
    return rows[0]?.text;
  }

  all(kind: Kind, board: string): Promise<{ id: string; text: string }[]> {
    return this.#ask('SELECT id, text FROM shelf WHERE kind = $1 AND board = $2', [kind, board]);
  }

  async put(kind: Kind, board: string, id: string, text: string): Promise<void> {
    await this.#ask(
      `INSERT INTO shelf (kind, board, id, text) VALUES ($1, $2, $3, $4)
       ON CONFLICT (kind, board, id) DO UPDATE SET text = excluded.text`,
      [kind, board, id, text],
    );
  }

  async take(kind: Kind, board: string, id: string): Promise<string | undefined> {
    const rows = await this.#ask<{ text: string }>(
      'DELETE FROM shelf WHERE kind = $1 AND board = $2 AND id = $3 RETURNING text',
      [kind, board, id],
    );
    return rows[0]?.text;
  }

  async remove(kind: Kind, board: string, id: string): Promise<void> {
    await this.#ask('DELETE FROM shelf WHERE kind = $1 AND board = $2 AND id = $3', [
      kind,
      board,
      id,
    ]);
  }

  async note(log: LogName, board: string, id: string, text: string): Promise<void> {
    await this.#ask('INSERT INTO shelf_lines (log, board, id, text) VALUES ($1, $2, $3, $4)', [
      log,
      board,
      id,
      text,
    ]);
    await this.#ask(
      `DELETE FROM shelf_lines WHERE log = $1 AND board = $2 AND id = $3 AND n <=
       (SELECT n FROM shelf_lines WHERE log = $1 AND board = $2 AND id = $3
        ORDER BY n DESC LIMIT 1 OFFSET $4)`,
      [log, board, id, logLines],
    );
  }

  async notes(
    log: LogName,
    board: string,
    id: string,
    { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number },
  ): Promise<LogLine[]> {
    const rows = await this.#ask<{ n: string; text: string }>(
      `SELECT n, text FROM shelf_lines WHERE log = $1 AND board = $2 AND id = $3 AND n < $4
       ORDER BY n DESC LIMIT $5`,
      [log, board, id, before, limit],
    );
    return rows.map(({ n, text }) => ({ n: Number(n), text }));
  }

  async lease(name: string, holder: string, ms: number): Promise<boolean> {
    const rows = await this.#ask(
      `INSERT INTO leases (name, holder, until) VALUES ($1, $2, now() + $3 * interval '1 ms')
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
       WHERE leases.holder = excluded.holder OR leases.until < now() RETURNING name`,
      [name, holder, ms],
    );
    return rows.length > 0;
  }

  async release(name: string, holder: string): Promise<void> {
    await this.#ask('DELETE FROM leases WHERE name = $1 AND holder = $2', [name, holder]);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  async #ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.#connection.with((client) => client.query<Row>(text, values));
    return rows;
  }
}
