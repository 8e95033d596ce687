/**
 * Classes of SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html) after which the store
 * may heal: connection, transaction state, authorization and database (while it is set up anew),
 * transaction rollback, resources, lock timeout, operator intervention, system error.
 */
const passingClasses = new Set(['08', '25', '28', '3D', '40', '53', '55', '57', '58', 'XX']);

/** What `pg` and its pool say, without any code, when there is no connection (any more). */
const brokenConnection = /connect|terminated|timeout|not queryable|socket|SSL|after calling end/i;

/** True when the store did not take it or could not be asked; false for anybody else's error. */
export function isStoreFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return brokenConnection.test(error.message);
  // Only what PostgreSQL itself reports has a severity; other codes are the socket's (EPIPE, …).
  return !('severity' in error) || passingClasses.has(code.slice(0, 2));
}
