import { idAt, type BoardState } from '../board/state.ts';
import type { MetricState } from '../board/metric-state.ts';
import { indexOfSeq, isAnnulled } from '../results/columns.ts';
import type { Experience } from './experience.ts';
import { compareRationals, rational, zero, type Rational } from '../vocabulary/rational.ts';
import { gapBehind, levelsOf, recordLevel } from './level.ts';

/** Units an experience is offered to by the board itself, at the most. */
export const mostOffers = 12;

type Origin = Pick<Experience, 'unit' | 'sector' | 'metric' | 'proof'>;

/** What others could reach: the result that proved it, else its unit's level, else the record. */
function targetOf(
  state: BoardState,
  metric: MetricState,
  { unit, proof }: Origin,
  levels: ReadonlyMap<number, Rational>,
): Rational | undefined {
  const index = proof === undefined ? -1 : indexOfSeq(metric.results, proof);
  if (index >= 0 && !isAnnulled(metric.results, index))
    return rational(BigInt(metric.results.value[index] ?? 0), 1n);
  return levels.get(state.unitIndex.indexes.get(unit) ?? -1) ?? recordLevel(metric);
}

/** The author's sector and those it is related to: the sectors of the metric, all if it names none. */
function isRelated(state: BoardState, metric: MetricState, { sector }: Origin, unit: string) {
  const { sectors } = metric.metric;
  const { sector: own, retired } = state.units.get(unit) ?? {};
  return (
    own !== undefined &&
    retired === undefined &&
    (own === sector || !sectors || sectors.includes(own))
  );
}

/**
 * The units an experience is relevant to: those that post in the same metric, in the same or a
 * related sector, and stand behind the level it shows; those with most to gain first.
 */
export function relevantUnits(state: BoardState, origin: Origin): string[] {
  const metric = state.metrics.get(origin.metric);
  if (!metric) return [];
  const levels = levelsOf(metric);
  const target = targetOf(state, metric, origin, levels);
  if (!target) return [];
  return [...levels]
    .map(([index, level]) => ({
      index,
      unit: idAt(state.unitIndex, index),
      gap: gapBehind(metric, level, target),
    }))
    .filter(({ unit, gap }) => unit !== origin.unit && compareRationals(gap, zero) > 0)
    .filter(({ unit }) => isRelated(state, metric, origin, unit))
    .sort((a, b) => compareRationals(b.gap, a.gap) || a.index - b.index)
    .slice(0, mostOffers)
    .map(({ unit }) => unit);
}
