import { formatMinor } from '../vocabulary/decimal.ts';
import type { PlanStanding } from './position.ts';
import type { OnPlan } from './row.ts';

/** Plans added up: how many are met, and how far all of them are. */
export interface PlanCount extends OnPlan {
  /** Plans that nothing can be missed of yet. */
  waiting: number;
  /** Tenths of a percent, and of how many plans. */
  sum: number;
  rated: number;
}

export function countPlans(standings: Iterable<PlanStanding>): PlanCount {
  const count = { on: 0, of: 0, waiting: 0, sum: 0, rated: 0 };
  for (const { state, fulfilment } of standings) {
    if (state === 'waiting') count.waiting++;
    else count.of++;
    if (state === 'on') count.on++;
    if (fulfilment === null) continue;
    count.sum += fulfilment;
    count.rated++;
  }
  return count;
}

/** Their mean as percent with one decimal, rounded half up; null where nothing could be rated. */
export function formatFulfilment({ sum, rated }: PlanCount): string | null {
  return rated === 0 ? null : formatMinor(Math.floor((2 * sum + rated) / (2 * rated)), 1);
}

export const onPlanOf = ({ on, of }: PlanCount): OnPlan => ({ on, of });
