import type { BoardState } from '../board/state.ts';
import type { RecordRow } from '../views/row.ts';
import { standingRecords } from './queries.ts';

/** A record of the board or of a sector that would be another. */
export interface RecordChange {
  before: RecordRow;
  after: RecordRow | null;
}

const mostChanges = 100;

const lineOf = ({ metric, scope, sector }: RecordRow) =>
  [metric, scope, scope === 'sector' ? sector : ''].join(' ');

function recordsOf(state: BoardState, metrics: readonly string[]): Map<string, RecordRow> {
  const rows = metrics.flatMap((metric) => standingRecords(state, { metric }));
  return new Map(
    rows.filter(({ scope }) => scope !== 'unit').map((row) => [lineOf(row), row] as const),
  );
}

/** Records that are others on one board than on another that it was copied from, at most a hundred. */
export function changedRecords(
  state: BoardState,
  then: BoardState,
  {
    metrics,
    isChanged,
  }: { metrics: readonly string[]; isChanged: (change: RecordChange) => boolean },
): RecordChange[] {
  const after = recordsOf(then, metrics);
  return [...recordsOf(state, metrics)]
    .map(([line, before]) => ({ before, after: after.get(line) ?? null }))
    .filter(isChanged)
    .slice(0, mostChanges);
}
