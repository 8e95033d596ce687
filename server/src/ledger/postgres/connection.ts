import { Pool, type PoolClient } from 'pg';
import type { Log } from '../../log.ts';
import { LedgerUnavailable } from '../ledger.ts';
import { isStoreFault } from './store-fault.ts';

const maxConnections = 8;
const connectTimeoutMs = 5_000;
/** A server that is frozen answers nothing: whoever waits is told to try again. */
const queryTimeoutMs = 15_000;

/** Connections to PostgreSQL whose faults all say `LedgerUnavailable`. */
export class Connection {
  readonly #pool: Pool;

  constructor(url: string, log: Log) {
    this.#pool = new Pool({
      connectionString: url,
      max: maxConnections,
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: queryTimeoutMs,
      keepAlive: true,
      application_name: 'emulation-board',
    });
    // An idle connection that breaks is replaced at the next use.
    this.#pool.on('error', (error) => log.debug({ err: error }, 'an idle connection broke'));
  }

  /** Runs `work` on one connection; a connection that failed is not used again. */
  async with<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient | undefined;
    try {
      client = await this.#pool.connect();
      const value = await work(client);
      client.release();
      return value;
    } catch (error) {
      const isFault = isStoreFault(error);
      client?.release(isFault);
      if (!isFault || error instanceof LedgerUnavailable) throw error;
      throw new LedgerUnavailable('the database does not answer', 2, error);
    }
  }

  /** Runs `work` in a transaction that is durable when this resolves. */
  transact<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.with(async (client) => {
      await client.query('BEGIN; SET LOCAL synchronous_commit = on');
      try {
        const value = await work(client);
        await client.query('COMMIT');
        return value;
      } catch (error) {
        // A broken connection has rolled back already.
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
