import type { Metric } from '@emulation/shared';
import { formatNumber, formatValue } from '../ui/format.ts';

/**
 * A distance between two values, with its unit. Between percentages it has none: `1.1 %` of a rate
 * would be read as a part of it, where points are meant.
 */
export function formatMargin(
  by: string,
  metric: Pick<Metric, 'decimals' | 'unitOfMeasure'>,
): string {
  return metric.unitOfMeasure === '%' ? formatNumber(by, metric) : formatValue(by, metric);
}
