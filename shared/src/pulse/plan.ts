import { signOf, type MetricState } from '../board/metric-state.ts';
import type { Period } from '../calendar/period.ts';
import type { Score } from '../rankings/tally.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import type { Progress } from './moment.ts';

/** What a unit is asked to reach in a metric, and by when. */
export interface Plan {
  from: 'standard' | 'drive';
  drive?: string;
  task?: string;
  aggregate: Aggregate;
  /** The days whose results count. */
  span: Period;
  /** Minor units at the end; and at the beginning where the plan is a way from there. */
  target: number;
  baseline?: number;
  progress: Progress;
}

/** An exact number: `of` parts, each `over`-th of a minor unit. */
export interface Ratio {
  of: bigint;
  over: bigint;
}

/** More than this counts as this: tenths of a percent. */
export const fulfilmentCap = 1500;

/**
 * Workdays that a plan may ask about: those that are over. Of a sum where less is better today's
 * allowance is given at its beginning.
 */
function elapsedOf({ aggregate, progress }: Plan, sign: 1 | -1): number {
  return aggregate === 'sum' && sign < 0 ? progress.begun : progress.done;
}

/** The score that is due by now: pro rata of a sum and on the way of a drive, else the level itself. */
export function expectedOf(metric: MetricState, plan: Plan): Ratio {
  const { aggregate, target, baseline, progress } = plan;
  const elapsed = BigInt(elapsedOf(plan, signOf(metric.metric)));
  const total = BigInt(progress.total);
  const isWhole = (aggregate !== 'sum' && baseline === undefined) || total === 0n;
  if (isWhole) return { of: BigInt(target), over: 1n };
  const start = aggregate === 'sum' ? 0n : BigInt(baseline ?? 0);
  return { of: start * total + (BigInt(target) - start) * elapsed, over: total };
}

/** Whether a score is at least as good as what is due. */
export function isOnPlan(metric: MetricState, score: Score, expected: Ratio): boolean {
  const difference = BigInt(score) * expected.over - expected.of;
  return signOf(metric.metric) > 0 ? difference >= 0n : difference <= 0n;
}

function tenths(of: bigint, over: bigint): number | null {
  if (over === 0n) return null;
  const [numerator, divisor] = over < 0n ? [-of, -over] : [of, over];
  if (numerator <= 0n) return 0;
  const rounded = (2000n * numerator + divisor) / (2n * divisor);
  return rounded > BigInt(fulfilmentCap) ? fulfilmentCap : Number(rounded);
}

/**
 * How much of what is due was done, in tenths of a percent, 0 to 1500; null where no ratio says it:
 * nothing is due yet, or a level is at or below zero.
 */
export function fulfilmentOf(metric: MetricState, plan: Plan, score: Score): number | null {
  const value = BigInt(score);
  const due = expectedOf(metric, plan);
  if (plan.aggregate !== 'sum' && plan.baseline !== undefined) {
    const start = BigInt(plan.baseline) * due.over;
    return tenths(value * due.over - start, due.of - start);
  }
  if (value < 0n || due.of <= 0n) return null;
  if (signOf(metric.metric) > 0) return tenths(value * due.over, due.of);
  return value === 0n ? fulfilmentCap : tenths(due.of, value * due.over);
}

/** What is due as minor units, rounded half away from zero, to be shown. */
export function roundRatio({ of, over }: Ratio): bigint {
  const magnitude = of < 0n ? -of : of;
  const rounded = (2n * magnitude + over) / (2n * over);
  return of < 0n ? -rounded : rounded;
}
