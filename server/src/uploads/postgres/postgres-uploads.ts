import type { PoolClient } from 'pg';
import { connect } from '../../ledger/postgres/connect.ts';
import type { Connection } from '../../ledger/postgres/connection.ts';
import { LedgerUnavailable } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import {
  isPictureId,
  sizes,
  UploadsUnavailable,
  type KeptPicture,
  type PictureSize,
  type Uploads,
} from '../uploads.ts';

/** One lock for all nodes that start at once: `CREATE … IF NOT EXISTS` alone may collide. */
const schemaLock = 7_304_202;

async function prepareTable(client: PoolClient): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
    await client.query(`CREATE TABLE IF NOT EXISTS uploads (
      board text NOT NULL,
      id text NOT NULL,
      size text NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (board, id, size)
    )`);
    await client.query(
      'ALTER TABLE uploads ADD COLUMN IF NOT EXISTS kept_at timestamptz NOT NULL DEFAULT now()',
    );
    await client.query('ALTER TABLE uploads ALTER COLUMN bytes SET STORAGE EXTERNAL');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Pictures in the database of the ledger, so that every node serves them. */
export class PostgresUploads implements Uploads {
  readonly #connection: Connection;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** After the ledger, which makes the schema. @throws LedgerUnusable */
  static async open({ url, log }: { url: string; log: Log }): Promise<PostgresUploads> {
    return new PostgresUploads(await connect(url, log, prepareTable));
  }

  async keep(board: string, id: string, pictures: Record<PictureSize, Uint8Array>): Promise<void> {
    await this.#ask((connection) =>
      connection.transact(async (client) => {
        for (const size of sizes)
          await client.query(
            `INSERT INTO uploads (board, id, size, bytes) VALUES ($1, $2, $3, $4)
             ON CONFLICT (board, id, size) DO UPDATE SET kept_at = now()`,
            [board, id, size, Buffer.from(pictures[size])],
          );
      }),
    );
  }

  async find(board: string, id: string, size: PictureSize): Promise<Buffer | undefined> {
    if (!isPictureId(id)) return undefined;
    const { rows } = await this.#ask((connection) =>
      connection.with((client) =>
        client.query<{ bytes: Buffer }>(
          'SELECT bytes FROM uploads WHERE board = $1 AND id = $2 AND size = $3',
          [board, id, size],
        ),
      ),
    );
    return rows[0]?.bytes;
  }

  async list(board: string): Promise<KeptPicture[]> {
    const { rows } = await this.#ask((connection) =>
      connection.with((client) =>
        client.query<{ id: string; kept_at: Date }>(
          "SELECT id, kept_at FROM uploads WHERE board = $1 AND size = 'full' ORDER BY id",
          [board],
        ),
      ),
    );
    return rows.map(({ id, kept_at: at }) => ({ id, keptAt: at.getTime() }));
  }

  async remove(board: string, id: string): Promise<void> {
    await this.#ask((connection) =>
      connection.with((client) =>
        client.query('DELETE FROM uploads WHERE board = $1 AND id = $2', [board, id]),
      ),
    );
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  async #ask<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await work(this.#connection);
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
      throw new UploadsUnavailable('the database does not answer', error);
    }
  }
}
