import type { Period } from '../calendar/period.ts';
import { add, divide, multiply, rational, readDecimal, zero } from '../vocabulary/rational.ts';
import { roundToMinor, type Rational } from '../vocabulary/rational.ts';
import type { UnitWork } from './task-tally.ts';

/** Fewer results than this say nothing about a rhythm. */
export const leastForRhythm = 3;

/**
 * How evenly work was done, in percent. Every day's work is thought done at the middle of its day;
 * the share of the work that was done, averaged over the time that has passed, is one half for even
 * work, 0 for a rush at the very end. The rhythm is twice that average, and at most 100: work done
 * early is no rush.
 * `last`: the last day that has begun, or the last of the period.
 */
export function taskRhythm(work: UnitWork, { from }: Period, last: number): Rational | undefined {
  if (work.indexes.length < leastForRhythm) return undefined;
  const until = Math.max(last, ...work.byDay.keys());
  let whole = 0n;
  let waited = 0n;
  for (const [day, amount] of work.byDay) {
    whole += amount;
    waited += amount * BigInt(2 * (until - day) + 1);
  }
  if (whole === 0n) return undefined;
  const percent = rational(100n * waited, whole * BigInt(until - from + 1));
  return percent.num > 100n * percent.den ? rational(100n, 1n) : percent;
}

/** The mean of the tasks' rhythms by weight, as a whole number; `null` where no task has one. */
export function unitRhythm(
  tasks: readonly { weight: string; rhythm: Rational | undefined }[],
): number | null {
  let sum = zero;
  let weights = zero;
  for (const { weight, rhythm } of tasks) {
    if (!rhythm) continue;
    sum = add(sum, multiply(readDecimal(weight), rhythm));
    weights = add(weights, readDecimal(weight));
  }
  return weights.num === 0n ? null : Number(roundToMinor(divide(sum, weights), 0));
}
