import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { dateOfDay } from '../calendar/date.ts';
import { resultIdAt } from '../results/result-id.ts';
import { boardRow } from './board-row.ts';
import { countPlans, formatFulfilment, onPlanOf, type PlanCount } from './fulfilment.ts';
import { helpOf } from './help.ts';
import type { MetricPulse } from './metric-pulse.ts';
import type { Moment } from './moment.ts';
import type { PlanStanding } from './position.ts';
import type { Pulse, UnitParts } from './pulse.ts';
import type { PulseMetricRow, PulseRow, PulseSectorRow, PulseUnitRow } from './row.ts';
import { newestAdvance, standstillDays, standstillLength } from './standstill.ts';

type Metrics = ReadonlyMap<MetricState, MetricPulse>;

export function timeOf(ms: number): string | null {
  return ms > 0 ? new Date(ms).toISOString() : null;
}

function metricRow(
  state: BoardState,
  metric: MetricState,
  pulse: MetricPulse,
  moment: Moment,
): PulseMetricRow {
  const plans = countPlans([...pulse.positions.values()].flatMap(({ standing }) => standing ?? []));
  const newest = newestAdvance(pulse.positions);
  return {
    kind: 'metric',
    metric: metric.metric.id,
    results: metric.valid,
    lastResultAt: timeOf(metric.lastResultAt),
    lastRecordAt: timeOf(metric.lastRecordAt),
    plans: onPlanOf(plans),
    fulfilment: formatFulfilment(plans),
    advanced: newest
      ? {
          on: dateOfDay(newest.advance.day),
          unit: idAt(state.unitIndex, newest.unit),
          result: resultIdAt(state, metric.results.seq[newest.advance.index] ?? 0),
        }
      : null,
    standstill: standstillDays(metric, newest?.advance, moment) ?? null,
  };
}

/** The standings of one unit with the metric each is in. */
function standingsOf(metrics: Metrics, unit: number): { metric: string; standing: PlanStanding }[] {
  return [...metrics].flatMap(([{ metric }, { positions }]) => {
    const standing = positions.get(unit)?.standing;
    return standing ? [{ metric: metric.id, standing }] : [];
  });
}

function stateOf(count: PlanCount, standings: readonly { standing: PlanStanding }[]) {
  if (count.of === 0) return count.waiting > 0 ? 'waiting' : 'none';
  if (count.on === count.of) return 'on';
  const isSilent = standings.every(
    ({ standing: { state } }) => state !== 'on' && state !== 'behind',
  );
  return isSilent ? 'silent' : 'behind';
}

/** The longest streak: workdays first, then periods; none where it has not begun. */
function longestStreak(metrics: Metrics, unit: number): PulseUnitRow['streak'] {
  let longest: PulseUnitRow['streak'] = null;
  for (const [{ metric }, { positions }] of metrics) {
    const streak = positions.get(unit)?.streak;
    if (!streak || streak.workdays + streak.periods === 0) continue;
    const isLonger =
      !longest ||
      streak.workdays > longest.workdays ||
      (streak.workdays === longest.workdays && streak.periods > longest.periods);
    if (isLonger) longest = { metric: metric.id, ...streak };
  }
  return longest;
}

function makeUnit(metrics: Metrics, unit: { id: string; index: number }): UnitParts {
  const standings = standingsOf(metrics, unit.index);
  const count = countPlans(standings.map(({ standing }) => standing));
  const isBehind = ({ state }: PlanStanding) => state === 'behind' || state === 'silent';
  const row: PulseUnitRow = {
    kind: 'unit',
    unit: unit.id,
    state: stateOf(count, standings),
    plans: onPlanOf(count),
    fulfilment: formatFulfilment(count),
    behind: standings.filter(({ standing }) => isBehind(standing)).map(({ metric }) => metric),
    streak: longestStreak(metrics, unit.index),
  };
  return { row, standings: standings.map(({ standing }) => standing) };
}

/** A unit's part, made again only after one of its positions was read again. */
function unitParts(pulse: Pulse, metrics: Metrics, id: string): UnitParts {
  const index = pulse.state.unitIndex.indexes.get(id) ?? -1;
  let parts = pulse.unitParts.get(index);
  if (!parts) pulse.unitParts.set(index, (parts = makeUnit(metrics, { id, index })));
  return parts;
}

function sectorRow(
  state: BoardState,
  metrics: Metrics,
  sector: { id: string; units: readonly UnitParts[] },
): PulseSectorRow {
  const count = countPlans(sector.units.flatMap(({ standings }) => standings));
  const rated = sector.units
    .map(({ row }) => row)
    .filter((row) => row.state !== 'none' && row.state !== 'waiting');
  return {
    kind: 'sector',
    sector: sector.id,
    units: { on: rated.filter((row) => row.state === 'on').length, of: rated.length },
    plans: onPlanOf(count),
    fulfilment: formatFulfilment(count),
    behind: count.rated > 0 && count.sum < count.rated * 1000,
    help: helpOf(
      state,
      sector.id,
      [...metrics.values()].map(({ help }) => help),
    ),
  };
}

/** The rows of topic `pulse` at `now` (ms since the epoch). */
export function* pulseRows(pulse: Pulse, now: number): Iterable<[string, PulseRow]> {
  const metrics = pulse.refresh(now);
  const { state, moment } = pulse;
  const offered = [...state.units.values()].filter(({ retired }) => retired === undefined);
  const parts = offered.map(({ id }) => unitParts(pulse, metrics, id));
  const units = parts.map(({ row }) => row);
  const metricRows = [...state.metrics.values()].flatMap((metric) => {
    const of = metrics.get(metric);
    return of ? [metricRow(state, metric, of, moment)] : [];
  });
  const still = [...metrics.values()].reduce((sum, { standstill }) => sum + standstill.count, 0);
  const count = countPlans(parts.flatMap(({ standings }) => standings));
  yield ['board', boardRow(state, moment, { now, units, metricRows, count, still })];
  for (const row of metricRows) yield [`metric:${row.metric}`, row];
  for (const { id, retired } of state.sectors.values()) {
    if (retired !== undefined) continue;
    const own = parts.filter(({ row }) => state.units.get(row.unit)?.sector === id);
    yield [`sector:${id}`, sectorRow(state, metrics, { id, units: own })];
  }
  for (const row of units) yield [`unit:${row.unit}`, row];
  for (const { standard } of metrics.values())
    if (standard) yield [`standard:${standard.metric}`, standard];
  const longest = [...metrics.values()]
    .flatMap(({ standstill }) => standstill.rows)
    .sort((a, b) => b.days - a.days)
    .slice(0, standstillLength);
  for (const row of longest) yield [`standstill:${row.metric}|${row.unit}`, row];
}
