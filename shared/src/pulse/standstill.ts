import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { dateOfDay } from '../calendar/date.ts';
import { resultIdAt } from '../results/result-id.ts';
import { resultsOfUnit } from '../results/unit-results.ts';
import { activeDays } from '../standards/active-units.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { comparableTo, peersOf } from './comparable.ts';
import type { Moment } from './moment.ts';
import type { Position } from './position.ts';
import type { Advance } from './progress.ts';
import type { StandstillRow } from './row.ts';

/** Rows of standstill that the topic holds, and so the most that any metric needs. */
export const standstillLength = 100;

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

interface Still {
  unit: number;
  advance: Advance;
  days: number;
}

/** What stands still in a metric: how many units, and the longest of them as rows. */
export interface Standstill {
  count: number;
  rows: StandstillRow[];
}

function rowOf(
  state: BoardState,
  metric: MetricState,
  { unit, advance, days }: Still,
  comparable: StandstillRow['comparable'],
): StandstillRow {
  const { decimals, id, standstillDays: allowed = 0 } = metric.metric;
  return {
    kind: 'standstill',
    metric: id,
    unit: idAt(state.unitIndex, unit),
    since: dateOfDay(advance.day),
    score: formatMinor(advance.score, decimals),
    result: resultIdAt(state, metric.results.seq[advance.index] ?? 0),
    days,
    allowed,
    comparable,
  };
}

/** The units of a metric that stand still, the longest first. */
export function standstillOf(
  state: BoardState,
  metric: MetricState,
  positions: ReadonlyMap<number, Position>,
  moment: Moment,
): Standstill {
  const stills: Still[] = [];
  for (const [unit, { advance }] of positions) {
    const days = standstillDays(metric, advance, moment);
    if (advance && days !== undefined && takesPart(metric, unit, moment))
      stills.push({ unit, advance, days });
  }
  stills.sort((a, b) => b.days - a.days || a.unit - b.unit);
  const longest = stills.slice(0, standstillLength);
  const peers = longest.length > 0 ? peersOf(state, metric, moment) : [];
  const rows = longest.map((still) =>
    rowOf(state, metric, still, comparableTo(state, metric, peers, still) ?? null),
  );
  return { count: stills.length, rows };
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
