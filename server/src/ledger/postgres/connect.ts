import type { PoolClient } from 'pg';
import type { Log } from '../../log.ts';
import { LedgerUnusable } from '../ledger-unusable.ts';
import { Connection } from './connection.ts';

/**
 * Connects and runs `prepare`, the first thing to be asked of the database.
 * @throws LedgerUnusable when it cannot be done, without the password
 */
export async function connect(
  url: string,
  log: Log,
  prepare: (client: PoolClient) => Promise<void>,
): Promise<Connection> {
  let connection: Connection | undefined;
  try {
    connection = new Connection(url, log);
    await connection.with(prepare);
    return connection;
  } catch (error) {
    await connection?.close().catch(() => undefined);
    const why = `the database cannot be used: ${withoutPassword(reasonOf(error), url)}`;
    throw new LedgerUnusable('DATABASE_URL', why, error);
  }
}

/** The message of the deepest cause; its code where it has none, as with several addresses. */
function reasonOf(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause !== undefined) cause = cause.cause;
  if (!(cause instanceof Error)) return 'no answer';
  return cause.message || ('code' in cause && String(cause.code)) || 'no answer';
}

function withoutPassword(text: string, url: string): string {
  // In a URL that cannot be parsed nobody knows where the password is, so nothing is repeated.
  if (!URL.canParse(url)) return 'it is no valid URL';
  const { password, searchParams } = new URL(url);
  const secrets = [password, decode(password), searchParams.get('password') ?? ''];
  return secrets.filter(Boolean).reduce((safe, secret) => safe.replaceAll(secret, '***'), text);
}

function decode(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    // A bare `%` in it: then it is used, and hidden, as written.
    return password;
  }
}
