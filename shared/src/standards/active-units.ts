import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { resultsOfUnit } from '../results/unit-results.ts';
import type { Metric } from '../vocabulary/metric.ts';

/** A unit that posted nothing in a metric for longer is not asked to reach anything in it. */
export const activeDays = 92;

/** Whether a metric concerns a sector. */
export function isRelevant({ sectors }: Metric, sector: string): boolean {
  return sectors === undefined || sectors.includes(sector);
}

/** Whether a unit (by index) takes part in a metric: relevant to its sector, posted of late. */
export function isActive(
  state: BoardState,
  metric: MetricState,
  unit: number,
  today: number,
): boolean {
  const info = state.units.get(state.unitIndex.ids[unit] ?? '');
  if (!info || info.retired !== undefined || !isRelevant(metric.metric, info.sector)) return false;
  const last = resultsOfUnit(metric, unit).at(-1);
  return last !== undefined && (metric.results.day[last] ?? 0) > today - activeDays;
}

/** The active units of a metric, by index. */
export function activeUnits(state: BoardState, metric: MetricState, today: number): number[] {
  const units: number[] = [];
  for (const id of state.units.keys()) {
    const unit = state.unitIndex.indexes.get(id);
    if (unit !== undefined && isActive(state, metric, unit, today)) units.push(unit);
  }
  return units;
}
