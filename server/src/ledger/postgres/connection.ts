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

/** Takes a question that was asked already and whose answer is not needed before the commit. */
type Send = (query: Promise<unknown>) => void;

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
      // What needs no answer before the next question goes out with it: a commit is two ways, not six.
      pipeline: true,
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

  /**
   * Runs `work` in a transaction that is durable when this resolves. BEGIN goes out with its first
   * question, COMMIT with what it hands to `send`: whatever of that fails, nothing is committed.
   */
  transact<T>(work: (client: PoolClient, send: Send) => Promise<T>): Promise<T> {
    return this.with(async (client) => {
      const sent: Promise<unknown>[] = [];
      const send: Send = (query) => {
        // Every failure is told below, at the latest after that of the first.
        query.catch(() => undefined);
        sent.push(query);
      };
      try {
        send(client.query(begin));
        const value = await work(client, send);
        const commit = client.query('COMMIT');
        send(commit);
        await Promise.all(sent);
        // PostgreSQL answers the COMMIT of a transaction that failed with ROLLBACK, not with an error.
        const { command } = await commit;
        if (command !== 'COMMIT') throw new Error(`the database answered COMMIT with ${command}`);
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
