import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { recordKey, recordRow } from '../records/queries.ts';
import type { LineKey } from '../records/scopes.ts';
import { reuseRows } from './keyed-rows.ts';
import type { View } from './view.ts';

interface Kept {
  moves: number;
  sectors: number;
  rows: [string, object][];
}

function rowsOf(state: BoardState, metric: MetricState): [string, object][] {
  const sectors = state.sectorIndex.ids.map((_, of): LineKey => ({ scope: 'sector', of }));
  const keys: LineKey[] = [{ scope: 'board', of: 0 }, ...sectors];
  return keys.flatMap((key): [string, object][] => {
    const row = recordRow(state, metric, key);
    return row ? [[recordKey(state, metric, key), row]] : [];
  });
}

/** The standing records of the board and of its sectors, in every metric. */
export function createRecordsView(state: BoardState, topic: string): View {
  const kept = new Map<string, Kept>();
  let rows: ReadonlyMap<string, Row> = new Map();
  const rowsAt = (metric: MetricState): [string, object][] => {
    const { id } = metric.metric;
    const sectors = state.sectorIndex.ids.length;
    const old = kept.get(id);
    if (old?.moves === metric.recordMoves && old.sectors === sectors) return old.rows;
    const fresh = { moves: metric.recordMoves, sectors, rows: rowsOf(state, metric) };
    kept.set(id, fresh);
    return fresh.rows;
  };
  return {
    topic,
    touchedBy: (change) => change.records.size > 0 || change.vocabulary,
    rows: () => {
      rows = reuseRows(rows, [...state.metrics.values()].flatMap(rowsAt));
      return rows;
    },
  };
}
