/**
 * The ledger cannot be opened as configured. The message is one line that names the variable and
 * never holds a password.
 */
export class LedgerUnusable extends Error {
  readonly variable: 'DATA_DIR' | 'DATABASE_URL';
  constructor(variable: 'DATA_DIR' | 'DATABASE_URL', why: string, cause?: unknown) {
    super(`${variable}: ${why.replaceAll(/\s+/g, ' ')}`, { cause });
    this.name = 'LedgerUnusable';
    this.variable = variable;
  }
}
