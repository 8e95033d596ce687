import type { RecordRow, Scope } from '@emulation/shared';

const width: Record<Scope, number> = { board: 0, sector: 1, unit: 2 };

/** Standing records of the board and its sectors, newest first; one result is named once. */
export function lastRecords(rows: Iterable<RecordRow>): RecordRow[] {
  const widest = new Map<string, RecordRow>();
  for (const row of rows) {
    const known = widest.get(row.result);
    if (!known || width[row.scope] < width[known.scope]) widest.set(row.result, row);
  }
  return [...widest.values()].sort(
    (a, b) =>
      b.achievedAt.localeCompare(a.achievedAt) ||
      width[a.scope] - width[b.scope] ||
      a.metric.localeCompare(b.metric) ||
      a.result.localeCompare(b.result),
  );
}
