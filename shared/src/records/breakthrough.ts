import { toMinor } from '../vocabulary/decimal.ts';
import type { Metric } from '../vocabulary/metric.ts';

/** The metric's breakthrough margin in minor units; `undefined` where it has none. */
export function marginOf(metric: Metric): number | undefined {
  const { breakthroughMargin, decimals } = metric;
  return breakthroughMargin === undefined ? undefined : toMinor(breakthroughMargin, decimals);
}

/** Whether `value` beats `previous` (both minor units) by at least the metric's margin. */
export function isBreakthrough(metric: Metric, value: number, previous: number): boolean {
  const margin = marginOf(metric);
  if (margin === undefined) return false;
  const gain = metric.direction === 'higher' ? value - previous : previous - value;
  return gain > 0 && gain >= margin;
}
