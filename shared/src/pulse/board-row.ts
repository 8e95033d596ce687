import type { BoardState } from '../board/state.ts';
import { dateOfDay } from '../calendar/date.ts';
import { formatFulfilment, onPlanOf, type PlanCount } from './fulfilment.ts';
import type { Moment } from './moment.ts';
import type { PulseBoardRow, PulseMetricRow, PulseUnitRow, UnitStreak } from './row.ts';

interface Whole {
  now: number;
  units: readonly PulseUnitRow[];
  metricRows: readonly PulseMetricRow[];
  count: PlanCount;
  /** Units in metrics that stand still. */
  still: number;
}

/** The newest of times as ISO text, which order as texts do. */
function newest(times: readonly (string | null)[]): string | null {
  return times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}

function longestOf(units: readonly PulseUnitRow[]): UnitStreak | null {
  let longest: UnitStreak | null = null;
  for (const { unit, streak } of units) {
    if (!streak) continue;
    const isLonger =
      !longest ||
      streak.workdays > longest.workdays ||
      (streak.workdays === longest.workdays && streak.periods > longest.periods);
    if (isLonger) longest = { unit, ...streak };
  }
  return longest;
}

function countUnits(units: readonly PulseUnitRow[]): PulseBoardRow['units'] {
  const count = (...states: PulseUnitRow['state'][]) =>
    units.filter(({ state }) => states.includes(state)).length;
  return {
    on: count('on'),
    of: count('on', 'behind', 'silent'),
    waiting: count('waiting'),
    without: count('none'),
  };
}

/** The board as a whole. */
export function boardRow(state: BoardState, moment: Moment, whole: Whole): PulseBoardRow {
  const { units, metricRows, count, still } = whole;
  const { period, calendar, progress } = moment;
  const lastRecordAt = newest(metricRows.map((row) => row.lastRecordAt));
  return {
    kind: 'board',
    results: metricRows.reduce((sum, row) => sum + row.results, 0),
    lastResultAt: newest(metricRows.map((row) => row.lastResultAt)),
    lastRecordAt,
    daysSinceRecord:
      lastRecordAt === null
        ? null
        : Math.max(0, moment.today - state.zone.dayAt(Date.parse(lastRecordAt))),
    period: {
      name: calendar.period,
      from: dateOfDay(period.from),
      to: dateOfDay(period.to),
      workdays: progress.total,
      done: progress.done,
    },
    units: countUnits(units),
    plans: onPlanOf(count),
    fulfilment: formatFulfilment(count),
    standstill: {
      units: still,
      metrics: metricRows.filter((row) => row.standstill !== null).length,
    },
    streak: longestOf(units),
  };
}
