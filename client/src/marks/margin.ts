import { formatMinor, toMinor, type Metric } from '@emulation/shared';

type Measure = Pick<Metric, 'decimals' | 'direction'>;

/** How far a value lies from another one, in the metric's direction; everything exact. */
export interface Margin {
  /** Better than the other one, the same after rounding, or worse. */
  side: 'better' | 'equal' | 'worse';
  /** The distance without its sign, as a decimal string. */
  by: string;
  /** The distance in percent of the other one, one decimal; null where that one is zero. */
  percent: string | null;
}

/** Tenths of a percent, rounded half up. */
function percentOf(distance: bigint, base: bigint): string | null {
  if (base === 0n) return null;
  const size = base < 0n ? -base : base;
  return formatMinor((2000n * distance + size) / (2n * size), 1);
}

/** Compares two decimal strings; undefined where one of them has more digits than stay exact. */
export function marginBetween(metric: Measure, value: string, other: string): Margin | undefined {
  const [own, base] = [toMinor(value, metric.decimals), toMinor(other, metric.decimals)];
  if (own === undefined || base === undefined) return undefined;
  const gain = BigInt(own) - BigInt(base);
  const distance = gain < 0n ? -gain : gain;
  const better = metric.direction === 'higher' ? gain > 0n : gain < 0n;
  const side = gain === 0n ? 'equal' : better ? 'better' : 'worse';
  return {
    side,
    by: formatMinor(distance, metric.decimals),
    percent: percentOf(distance, BigInt(base)),
  };
}
