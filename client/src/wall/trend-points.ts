import type { Metric } from '@emulation/shared';

export interface TrendPoint {
  /** From 0, the oldest, to 1, the newest. */
  x: number;
  /** From 0, the worst of them, to 1, the best. */
  y: number;
}

/** The line of some results, oldest first: up is better, whichever way the metric goes. */
export function trendPoints(
  values: readonly string[],
  { direction }: Pick<Metric, 'direction'>,
): TrendPoint[] {
  const numbers = values.map((value) => Number(value) * (direction === 'higher' ? 1 : -1));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return numbers.map((number, at) => ({
    x: values.length < 2 ? 1 : at / (values.length - 1),
    y: most === least ? 0.5 : (number - least) / (most - least),
  }));
}
