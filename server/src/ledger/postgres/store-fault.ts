/**
 * Classes of SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html) after which the store
 * may heal: connection, transaction rollback, resources, operator intervention, system error,
 * and a read-only server after a fail-over.
 */
const passingClasses = new Set(['08', '25', '40', '53', '57', '58', 'XX']);

/** True when the store did not take it or could not be asked; false for the caller's own error. */
export function isStoreFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // Errors of the socket and of the pool carry a name such as ECONNREFUSED, or no code at all.
  if (code === undefined) return !(error instanceof RangeError || error instanceof TypeError);
  return !/^[0-9A-Z]{5}$/.test(code) || passingClasses.has(code.slice(0, 2));
}
