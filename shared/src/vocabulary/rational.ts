import { formatMinor } from './decimal.ts';

/** An exact fraction, `den` above 0. */
export interface Rational {
  num: bigint;
  den: bigint;
}

export const zero: Rational = { num: 0n, den: 1n };

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** @throws RangeError when `den` is 0 */
export function rational(num: bigint, den: bigint): Rational {
  if (den === 0n) throw new RangeError('a fraction needs a denominator');
  const divisor = gcd(num, den < 0n ? -den : den) || 1n;
  const sign = den < 0n ? -1n : 1n;
  return { num: (sign * num) / divisor, den: (sign * den) / divisor };
}

/** A canonical decimal string, exactly. */
export function readDecimal(text: string): Rational {
  const [whole = '0', fraction = ''] = text.split('.');
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

/** Minor units at a number of decimals, exactly. */
export function ofMinor(minor: number | bigint, decimals: number): Rational {
  return rational(BigInt(minor), 10n ** BigInt(decimals));
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

/** @throws RangeError when `b` is 0 */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** Below, at or above 0 as `a` is below, at or above `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/** The nearest whole number of `factor` times the fraction, half away from zero. */
export function scaleRounded({ num, den }: Rational, factor: bigint): bigint {
  const magnitude = (num < 0n ? -num : num) * factor;
  const rounded = (2n * magnitude + den) / (2n * den);
  return num < 0n ? -rounded : rounded;
}

/** Minor units at `decimals`, rounded half away from zero. */
export function roundToMinor(value: Rational, decimals: number): bigint {
  return scaleRounded(value, 10n ** BigInt(decimals));
}

/** As points and percentages are shown: two decimals, rounded half away from zero. */
export function toHundredths(value: Rational): string {
  return formatMinor(roundToMinor(value, 2), 2);
}
