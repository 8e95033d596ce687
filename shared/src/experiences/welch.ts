import {
  add,
  compareRationals,
  multiply,
  rational,
  scaleRounded,
  subtract,
  zero,
  type Rational,
} from '../vocabulary/rational.ts';
import { squareRoot } from './square-root.ts';
import { quantileUnit, studentQuantile } from './student.ts';

/** Sums of a sample of whole numbers (minor units): all that Welch's interval asks of it. */
export interface Sample {
  count: number;
  sum: bigint;
  squares: bigint;
}

export function sampleOf(values: Iterable<number>): Sample {
  const sample: Sample = { count: 0, sum: 0n, squares: 0n };
  for (const value of values) {
    const whole = BigInt(value);
    sample.count++;
    sample.sum += whole;
    sample.squares += whole * whole;
  }
  return sample;
}

/** @throws RangeError of an empty sample */
export function meanOf({ count, sum }: Sample): Rational {
  return rational(sum, BigInt(count));
}

/** The sample's variance, divided by its size: its part in the squared standard error. */
function errorPart({ count, sum, squares }: Sample): Rational {
  const n = BigInt(count);
  return rational(n * squares - sum * sum, n * n * (n - 1n));
}

/** Degrees of freedom by Welch and Satterthwaite, rounded down. */
function freedomOf(before: Sample, after: Sample): number {
  const [a, b] = [errorPart(before), errorPart(after)];
  const error = add(a, b);
  const top = multiply(error, error);
  const shrink = (part: Rational, { count }: Sample): Rational =>
    multiply(multiply(part, part), rational(1n, BigInt(count - 1)));
  const bottom = add(shrink(a, before), shrink(b, after));
  return Number((top.num * bottom.den) / (top.den * bottom.num));
}

/** Bounds are computed to this many digits beyond those that are shown, then rounded once. */
const spareDigits = 10n ** 12n;

export interface WelchInterval {
  /** Mean after minus mean before, exact. */
  difference: Rational;
  /** Bounds of the 95 % interval, in `1 / factor` of a minor unit. */
  low: bigint;
  high: bigint;
  /** The whole interval lies above 0; decided exactly. */
  isAbove: boolean;
  isBelow: boolean;
}

/**
 * Welch's 95 % interval of the difference of two means (B. L. Welch, Biometrika 34, 1947, 28–35):
 * `d ± t · √(s₁²/n₁ + s₂²/n₂)` with n − 1 in the variances, and t for the degrees of freedom by
 * Welch and Satterthwaite rounded down. In whole numbers throughout, so that every machine comes
 * to the same. `sign` -1 turns it round. Each sample holds at least 2 values.
 */
export function welchInterval(
  before: Sample,
  after: Sample,
  { sign, factor }: { sign: 1 | -1; factor: bigint },
): WelchInterval {
  const plain = subtract(meanOf(after), meanOf(before));
  const difference = multiply(plain, rational(BigInt(sign), 1n));
  const error = add(errorPart(before), errorPart(after));
  const hasSpread = error.num > 0n;
  const t = hasSpread ? studentQuantile(freedomOf(before, after)) : 0n;
  // (t · error)², as a fraction.
  const reach = multiply(error, rational(t * t, quantileUnit * quantileUnit));
  const fine = factor * spareDigits;
  const half = squareRoot((reach.num * fine * fine) / reach.den);
  const bound = (way: bigint) => {
    const reached = rational(way * half, fine);
    return scaleRounded(add(difference, reached), factor);
  };
  const isClear = compareRationals(multiply(difference, difference), reach) > 0;
  const way = compareRationals(difference, zero);
  return {
    difference,
    low: bound(-1n),
    high: bound(1n),
    isAbove: isClear && way > 0,
    isBelow: isClear && way < 0,
  };
}
