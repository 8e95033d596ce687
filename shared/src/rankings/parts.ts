import type { MetricState } from '../board/metric-state.ts';
import { partiesOf } from '../results/parties.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import type { Part } from './tally.ts';

/** Who stands in a ranking. */
export type PartyKind = 'unit' | 'sector';

export interface PartyPart {
  /** Index of the unit or sector. */
  party: number;
  part: Part;
}

/** Who a result counts for, and with what part: its units, or whole for the sector written on it. */
export function partsOf(
  metric: MetricState,
  index: number,
  by: PartyKind,
  aggregate: Aggregate,
): PartyPart[] {
  const { results } = metric;
  if (by === 'unit')
    return partiesOf(metric, index, aggregate).map(({ unit, part }) => ({ party: unit, part }));
  const amount = results.value[index] ?? 0;
  return [{ party: results.sector[index] ?? 0, part: { amount, weight: 1, whole: 1 } }];
}
