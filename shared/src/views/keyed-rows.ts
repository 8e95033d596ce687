import type { Row, Rows } from '../protocol/live.ts';

/**
 * `next` with every row that says the same as before replaced by the very object of before, so
 * that telling what changed is one comparison a row.
 */
export function reuseRows(
  before: ReadonlyMap<string, Row>,
  next: Iterable<readonly [string, object]>,
): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const [key, value] of next) {
    const old = before.get(key);
    // Views make plain objects; their fields are read by name only.
    const row = value as Row;
    const isSame =
      old === row || (old !== undefined && JSON.stringify(old) === JSON.stringify(row));
    rows.set(key, isSame ? old : row);
  }
  return rows;
}

/** What turns `before` into `after`; `undefined` when nothing does. */
export function diffRows(
  before: ReadonlyMap<string, Row>,
  after: ReadonlyMap<string, Row>,
): { set?: Rows; remove?: string[] } | undefined {
  const set: Rows = {};
  let isChanged = false;
  for (const [key, row] of after)
    if (before.get(key) !== row) {
      set[key] = row;
      isChanged = true;
    }
  const remove = [...before.keys()].filter((key) => !after.has(key));
  if (!isChanged && remove.length === 0) return undefined;
  return { ...(isChanged ? { set } : {}), ...(remove.length > 0 ? { remove } : {}) };
}
