/** A rational number, exact; `d` is above 0. Not reduced: what is computed with it is short. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };

export function subtract(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function square({ n, d }: Fraction): Fraction {
  return { n: n * n, d: d * d };
}

/** Below 0 when `a` is less than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The nearest whole number of `factor` times the fraction, half away from zero. */
export function scaleRounded({ n, d }: Fraction, factor: bigint): bigint {
  const scaled = n * factor;
  const magnitude = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * magnitude + d) / (2n * d);
  return scaled < 0n ? -rounded : rounded;
}

/** The largest whole number whose square is at most `value`. */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
