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

/** Why a ledger is not opened that was last written by a later version of this program. */
export function newerSchema(found: number, known: number): string {
  return `it was written by a newer version of this program (schema ${found}, this one knows ${known})`;
}
