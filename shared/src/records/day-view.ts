import type { Scope } from '../board/happening.ts';
import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { resultIdAt } from '../results/result-id.ts';
import { achievedAtOf, holdersOf, stateOf, valueOf } from '../results/rows.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { DayRecordRow } from '../views/row.ts';
import type { View } from '../views/view.ts';
import { compareMarks } from './line.ts';
import { brokeThrough, standsAt } from './queries.ts';
import { lineAt, rulesOf, type LineKey } from './scopes.ts';

const width: Record<Scope, number> = { board: 0, sector: 1, unit: 2 };

function rowOf(
  state: BoardState,
  metric: MetricState,
  key: LineKey,
  position: number,
): DayRecordRow | undefined {
  const { marks } = lineAt(metric, key);
  const [before, mark] = [marks[position - 1], marks[position]];
  // The first mark of a line beat nobody, and one that equals another broke nothing.
  if (mark === undefined || before === undefined) return undefined;
  if (compareMarks(rulesOf(metric, key.scope), mark, before) === 0) return undefined;
  const { results } = metric;
  return {
    result: resultIdAt(state, results.seq[mark] ?? 0),
    metric: metric.metric.id,
    scope: key.scope,
    sector: idAt(state.sectorIndex, results.sector[mark] ?? 0),
    value: valueOf(metric, mark),
    holders: holdersOf(state, metric, mark),
    achievedAt: achievedAtOf(metric, mark),
    receivedAt: new Date(results.received[mark] ?? 0).toISOString(),
    state: stateOf(metric, mark),
    breakthrough: brokeThrough(metric, key, position),
    stands: standsAt(metric, key, position),
    previous: { value: valueOf(metric, before), holders: holdersOf(state, metric, before) },
  };
}

function* rowsSince(state: BoardState, metric: MetricState, since: number) {
  const sectors = state.sectorIndex.ids.map((_, of): LineKey => ({ scope: 'sector', of }));
  for (const key of [{ scope: 'board', of: 0 } as const, ...sectors])
    for (const [position, mark] of lineAt(metric, key).marks.entries()) {
      const isNew = (metric.results.received[mark] ?? 0) >= since;
      const row = isNew ? rowOf(state, metric, key, position) : undefined;
      if (row) yield row;
    }
}

/** The records of the board and its sectors that came in today, each result once, in its widest scope. */
export function createDayRecordsView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: (change) => change.records.size > 0 || change.vocabulary || change.metrics.size > 0,
    rows: (now) => {
      const since = state.zone.startOfDay(state.zone.dayAt(now));
      const found = new Map<string, DayRecordRow>();
      for (const metric of state.metrics.values()) {
        if (metric.lastRecordAt < since) continue;
        for (const row of rowsSince(state, metric, since)) {
          const known = found.get(row.result);
          if (!known || width[row.scope] < width[known.scope]) found.set(row.result, row);
        }
      }
      rows = reuseRows(rows, found);
      return rows;
    },
  };
}
