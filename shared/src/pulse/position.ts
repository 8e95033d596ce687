import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import type { Score } from '../rankings/tally.ts';
import { runScore } from '../results/running-score.ts';
import { countsAtEnd } from '../standards/reach.ts';
import type { Moment } from './moment.ts';
import { expectedOf, fulfilmentOf, isOnPlan, type Plan, type Ratio } from './plan.ts';
import { planFor, type MetricPlans } from './plans.ts';
import { advanceOf, type Advance } from './progress.ts';
import { streakOf, type Streak } from './streak.ts';

/**
 * `silent`: workdays of the plan are over and nothing was posted. `waiting`: none is over yet, so
 * that nothing can be missed.
 */
export type PlanState = 'on' | 'behind' | 'silent' | 'waiting';

/** Where a unit stands against its plan. */
export interface PlanStanding {
  plan: Plan;
  state: PlanState;
  score: Score | undefined;
  /** The result that the score came from, by index. */
  index: number | undefined;
  expected: Ratio;
  /** Tenths of a percent; null where no ratio says it. */
  fulfilment: number | null;
}

/** One unit in one metric. */
export interface Position {
  standing: PlanStanding | undefined;
  streak: Streak | undefined;
  advance: Advance | undefined;
}

function standingOf(metric: MetricState, unit: number, plan: Plan): PlanStanding {
  const expected = expectedOf(metric, plan);
  const run = runScore(metric, unit, plan.span, { aggregate: plan.aggregate });
  const score = run?.tally.score;
  const index = run?.tally.reached;
  if (score !== undefined) {
    const state = isOnPlan(metric, score, expected) ? 'on' : 'behind';
    return { plan, state, score, index, expected, fulfilment: fulfilmentOf(metric, plan, score) };
  }
  const state = plan.progress.done > 0 ? 'silent' : 'waiting';
  // Nothing posted fulfils nothing; of a low sum nobody knows whether nothing happened.
  const fulfilment = state === 'silent' && !countsAtEnd(metric) ? 0 : null;
  return { plan, state, score, index, expected, fulfilment };
}

/** Reads one unit's (by index) position in one metric from its results. */
export function readPosition(
  state: BoardState,
  metric: MetricState,
  unit: number,
  from: { plans: MetricPlans; moment: Moment },
): Position {
  const plan = planFor(state, metric, unit, from);
  return {
    standing: plan && standingOf(metric, unit, plan),
    streak: streakOf(state, metric, unit, from.moment),
    advance: advanceOf(metric, unit, from.moment),
  };
}
