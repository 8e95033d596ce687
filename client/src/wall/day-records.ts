import type { DayRecordRow } from '@emulation/shared';

/** Breakthroughs first, then the board's before the sectors', then the newest. */
export function orderOfDay(rows: Iterable<DayRecordRow>): DayRecordRow[] {
  const rank = (row: DayRecordRow) => (row.breakthrough ? 0 : row.scope === 'board' ? 1 : 2);
  return [...rows].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.receivedAt.localeCompare(a.receivedAt) ||
      a.result.localeCompare(b.result),
  );
}
