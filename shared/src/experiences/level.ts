import { signOf, type MetricState } from '../board/metric-state.ts';
import { isAnnulled } from '../results/columns.ts';
import { standingMark } from '../records/line.ts';
import { rulesOf } from '../records/scopes.ts';
import { multiply, rational, subtract, type Rational } from '../vocabulary/rational.ts';

/** Newest results of a unit whose mean is its level. */
export const levelResults = 10;

/**
 * The level of every unit (by index) in a metric: the mean, in minor units, of its newest results
 * by achievement, ten at the most; annulled and joint ones do not count.
 */
export function levelsOf(metric: MetricState): Map<number, Rational> {
  const { results, extras } = metric;
  const order = metric.order.indexes(results);
  const sums = new Map<number, { sum: bigint; count: number }>();
  for (let at = order.length - 1; at >= 0; at--) {
    const index = order[at] ?? 0;
    if (isAnnulled(results, index) || extras.joint.has(index)) continue;
    const unit = results.unit[index] ?? 0;
    let level = sums.get(unit);
    if (!level) sums.set(unit, (level = { sum: 0n, count: 0 }));
    if (level.count === levelResults) continue;
    level.sum += BigInt(results.value[index] ?? 0);
    level.count++;
  }
  return new Map([...sums].map(([unit, { sum, count }]) => [unit, rational(sum, BigInt(count))]));
}

/** The board's record, as a level; `undefined` where nothing stands. */
export function recordLevel(metric: MetricState): Rational | undefined {
  const mark = standingMark(metric.lines.board, rulesOf(metric, 'board'));
  if (mark === undefined) return undefined;
  return rational(BigInt(metric.results.value[mark] ?? 0), 1n);
}

/** How much `level` lies behind `target`, in the direction of the metric; above 0 is behind. */
export function gapBehind(metric: MetricState, level: Rational, target: Rational): Rational {
  return multiply(subtract(target, level), rational(BigInt(signOf(metric.metric)), 1n));
}
