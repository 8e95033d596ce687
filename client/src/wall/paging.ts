/** Rows that fit a region of the screen; a wall never scrolls, and it shows at least one row. */
export function rowsThatFit(regionPx: number, rowPx: number): number {
  return Math.max(1, Math.floor((regionPx + 0.5) / Math.max(1, rowPx)));
}

export function pageCount(rows: number, perPage: number): number {
  return Math.max(1, Math.ceil(rows / perPage));
}

/** The rows of a page; a page beyond the last is the last. */
export function pageOf<T>(rows: readonly T[], page: number, perPage: number): T[] {
  const at = Math.min(Math.max(0, page), pageCount(rows.length, perPage) - 1);
  return rows.slice(at * perPage, (at + 1) * perPage);
}

/** The page on which a row stands; the first where it stands nowhere. */
export function pageWith<T>(
  rows: readonly T[],
  wanted: (row: T) => boolean,
  perPage: number,
): number {
  return Math.floor(Math.max(0, rows.findIndex(wanted)) / perPage);
}
