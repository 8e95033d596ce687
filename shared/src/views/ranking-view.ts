import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { periodAt, type PeriodName } from '../calendar/period.ts';
import type { Row } from '../protocol/live.ts';
import { PeriodTable } from '../rankings/period-table.ts';
import { tableRows } from '../rankings/query.ts';
import { reuseRows } from './keyed-rows.ts';
import type { View } from './view.ts';

/** Rows a live ranking holds. */
export const rankingLength = 200;

/** The first 200 units of a metric: of all time, or of the board's current month or week. */
export function createRankingView(
  state: BoardState,
  topic: string,
  metric: MetricState,
  period: PeriodName,
): View {
  const { id } = metric.metric;
  const periodTable = new PeriodTable(metric);
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: (change) => change.metrics.has(id),
    rows: (now) => {
      const table =
        period === 'all'
          ? metric.table
          : periodTable.tableOf(periodAt(period, state.zone.dayAt(now)));
      const next = tableRows(state, metric, table, rankingLength);
      rows = reuseRows(
        rows,
        next.map((row) => [row.unit ?? '', row]),
      );
      return rows;
    },
  };
}
