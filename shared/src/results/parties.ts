import type { MetricState } from '../board/metric-state.ts';
import type { Part } from '../rankings/tally.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import { allocate } from './shares.ts';

/** One unit (by index) that a result belongs to. */
export interface Party {
  unit: number;
  part: Part;
}

/** Units of a result by index, the posting unit first. */
export function unitsOf(metric: MetricState, index: number): number[] {
  const own = metric.results.unit[index] ?? 0;
  const joint = metric.extras.joint.get(index);
  return joint ? [own, ...joint.partners.map((partner) => partner.unit)] : [own];
}

/** The units of a result with their parts of it; the parts sum exactly to the whole. */
export function partiesOf(metric: MetricState, index: number, aggregate: Aggregate): Party[] {
  const joint = metric.extras.joint.get(index);
  const value = metric.results.value[index] ?? 0;
  const own = metric.results.unit[index] ?? 0;
  if (!joint) return [{ unit: own, part: { amount: value, weight: 1, whole: 1 } }];
  const weights = [joint.ownWeight, ...joint.partners.map((partner) => partner.weight)];
  const amounts = aggregate === 'sum' ? allocate(value, weights) : [];
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return unitsOf(metric, index).map((unit, at) => ({
    unit,
    part: { amount: amounts[at] ?? value, weight: weights[at] ?? 0, whole },
  }));
}
