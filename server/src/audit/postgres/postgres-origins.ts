import type { PoolClient } from 'pg';
import { connect } from '../../ledger/postgres/connect.ts';
import type { Connection } from '../../ledger/postgres/connection.ts';
import type { Log } from '../../log.ts';
import type { OriginFilter, OriginNote, Origins } from '../origins.ts';

/** One lock for all nodes that start at once: `CREATE … IF NOT EXISTS` alone may collide. */
const schemaLock = 7_304_207;

async function prepareTable(client: PoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
    await client.query(`CREATE TABLE IF NOT EXISTS origins (
      board text NOT NULL, first bigint NOT NULL, last bigint NOT NULL,
      actor text NOT NULL, at text NOT NULL, address text NOT NULL, agent text NOT NULL,
      PRIMARY KEY (board, first))`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** In the database of the ledger, for every node. */
export class PostgresOrigins implements Origins {
  readonly #connection: Connection;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** After the ledger, which makes the schema. @throws LedgerUnusable */
  static async open({ url, log }: { url: string; log: Log }): Promise<PostgresOrigins> {
    return new PostgresOrigins(await connect(url, log, prepareTable));
  }

  async note(notes: readonly OriginNote[]): Promise<void> {
    await this.#ask(
      `INSERT INTO origins SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS n(board text, first bigint, last bigint, actor text, at text, address text, agent text)
       ON CONFLICT (board, first) DO UPDATE SET last = excluded.last, actor = excluded.actor,
         at = excluded.at, address = excluded.address, agent = excluded.agent`,
      [JSON.stringify(notes)],
    );
  }

  async find(board: string, first: number, last: number): Promise<OriginNote[]> {
    const rows = await this.#ask<OriginNote>(
      'SELECT * FROM origins WHERE board = $1 AND first <= $2 AND last >= $3',
      [board, last, first],
    );
    // The driver tells 64-bit numbers as texts.
    return rows.map((row) => ({ ...row, first: Number(row.first), last: Number(row.last) }));
  }

  async forget({ board, person, before }: OriginFilter): Promise<void> {
    if (board === undefined && person === undefined && before === undefined) return;
    await this.#ask(
      `DELETE FROM origins WHERE ($1::text IS NULL OR board = $1)
         AND ($2::text IS NULL OR substr(actor, strpos(actor, ':') + 1) = $2)
         AND ($3::text IS NULL OR at < $3)`,
      [board ?? null, person ?? null, before ?? null],
    );
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  async #ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.#connection.with((client) => client.query<Row>(text, values));
    return rows;
  }
}
