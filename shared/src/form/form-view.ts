import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { periodAt, type PeriodName } from '../calendar/period.ts';
import { PeriodTable } from '../rankings/period-table.ts';
import { valueOf } from '../results/rows.ts';
import { resultsOfUnit } from '../results/unit-results.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { Row } from '../protocol/live.ts';
import { rankingLength } from '../views/ranking-view.ts';
import type { View } from '../views/view.ts';
import type { FormRow } from './row.ts';

/** Results of a unit that its form tells. */
const formLength = 8;

/** The form of the units of a metric's ranking: where they stood this morning, and their last results. */
export function createFormView(
  state: BoardState,
  topic: string,
  metric: MetricState,
  period: PeriodName,
): View {
  const morning = new PeriodTable(metric);
  const current = new PeriodTable(metric);
  let rows: ReadonlyMap<string, Row> = new Map();
  const formOf = (unit: number, before: number | null): FormRow => ({
    unit: idAt(state.unitIndex, unit),
    before,
    last: resultsOfUnit(metric, unit)
      .slice(-formLength)
      .map((index) => valueOf(metric, index)),
  });
  return {
    topic,
    touchedBy: (change) => change.metrics.has(metric.metric.id),
    rows: (now) => {
      const today = state.zone.dayAt(now);
      const span = periodAt(period, today);
      const then = morning.tableOf(span, state.zone.startOfDay(today));
      const table = period === 'all' ? metric.table : current.tableOf(span);
      const next = table.parties().slice(0, rankingLength);
      rows = reuseRows(
        rows,
        next.map((unit): [string, object] => {
          const score = then.scoreOf(unit);
          const form = formOf(unit, score === undefined ? null : then.placeOf(score));
          return [form.unit, form];
        }),
      );
      return rows;
    },
  };
}
