import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { dateOfDay } from '../calendar/date.ts';
import { resultIdAt } from '../results/result-id.ts';
import { resultsOfUnit } from '../results/unit-results.ts';
import { activeDays } from '../standards/active-units.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { comparableTo } from './comparable.ts';
import type { Moment } from './moment.ts';
import type { Position } from './position.ts';
import type { Advance } from './progress.ts';
import type { StandstillRow } from './row.ts';

/** Days without progress beyond what the metric allows; `undefined` where it moves or allows all. */
export function standstillDays(
  { metric }: MetricState,
  advance: Advance | undefined,
  { today }: Moment,
): number | undefined {
  if (metric.standstillDays === undefined || !advance) return undefined;
  const days = today - advance.day;
  return days > metric.standstillDays ? days : undefined;
}

/** A unit that posted nothing for a quarter beyond the allowance has left the metric. */
function takesPart(metric: MetricState, unit: number, { today }: Moment): boolean {
  const last = resultsOfUnit(metric, unit).at(-1);
  const allowed = metric.metric.standstillDays ?? 0;
  return last !== undefined && (metric.results.day[last] ?? 0) > today - activeDays - allowed;
}

/** The units of a metric that stand still, the longest first. */
export function standstillRows(
  state: BoardState,
  metric: MetricState,
  positions: ReadonlyMap<number, Position>,
  moment: Moment,
): StandstillRow[] {
  const { decimals, id, standstillDays: allowed = 0 } = metric.metric;
  const rows: StandstillRow[] = [];
  for (const [unit, { advance }] of positions) {
    const days = standstillDays(metric, advance, moment);
    if (!advance || days === undefined || !takesPart(metric, unit, moment)) continue;
    rows.push({
      kind: 'standstill',
      metric: id,
      unit: idAt(state.unitIndex, unit),
      since: dateOfDay(advance.day),
      score: formatMinor(advance.score, decimals),
      result: resultIdAt(state, metric.results.seq[advance.index] ?? 0),
      days,
      allowed,
      comparable: comparableTo(state, metric, unit, { advance, moment }) ?? null,
    });
  }
  return rows.sort((a, b) => b.days - a.days || a.unit.localeCompare(b.unit));
}

/** The newest progress of any unit. */
export function newestAdvance(
  positions: ReadonlyMap<number, Position>,
): { unit: number; advance: Advance } | undefined {
  let newest: { unit: number; advance: Advance } | undefined;
  for (const [unit, { advance }] of positions)
    if (advance && (!newest || advance.day > newest.advance.day)) newest = { unit, advance };
  return newest;
}
