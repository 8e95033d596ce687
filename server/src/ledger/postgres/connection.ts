import { Pool, type PoolClient } from 'pg';
import type { Log } from '../../log.ts';
import { LedgerUnavailable } from '../ledger.ts';
import { isStoreFault } from './store-fault.ts';

const maxConnections = 8;
const connectTimeoutMs = 5_000;
/** A server that is frozen answers nothing: whoever waits is told to try again. */
const queryTimeoutMs = 15_000;

/**
 * Set in the same message as BEGIN, for this transaction alone: a role's defaults may be weaker, a
 * pooler between may give each transaction another session. A stronger commit is left as it is.
 * The deadline ends what a frozen node has begun, or it would hold its board for all others.
 */
const begin = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
  SELECT set_config('synchronous_commit', 'on', true)
    WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write');
  SET LOCAL idle_in_transaction_session_timeout = ${queryTimeoutMs};
  SET LOCAL statement_timeout = ${queryTimeoutMs}`;

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
    // One that breaks at work tells its query, and the pool listens only while it is idle: without
    // a listener the same error would end the process.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
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
      await client.query(begin);
      try {
        const value = await work(client);
        await client.query('COMMIT');
        return value;
      } catch (error) {
        // After a fault of the store the connection is closed, and that rolls back: a question
        // more would only wait behind the one that had no answer.
        if (!isStoreFault(error)) await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
