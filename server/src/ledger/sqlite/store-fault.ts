/** Primary result codes of SQLite (sqlite.org/rescode.html) after which the store may heal. */
const passing = new Map([
  [5, 'the database is locked'],
  [6, 'the database is locked'],
  [7, 'there is not enough memory'],
  [8, 'the database cannot be written to'],
  [10, 'the disk does not take it'],
  [11, 'the database file is damaged'],
  [13, 'the disk is full'],
  [14, 'the database file cannot be opened'],
  [26, 'the database file is no database any more'],
]);

/** What is wrong with the store itself, in words; `undefined` for any other error. */
export function storeFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  const { errcode } = error;
  // Extended codes carry the primary one in their low byte.
  return typeof errcode === 'number' ? passing.get(errcode & 0xff) : undefined;
}
