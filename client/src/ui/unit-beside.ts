import type { Metric } from '@emulation/shared';
import { formatValue } from './format.ts';

/** `t`, `%`, `Minuten`: what stands beside every number without taking its room. */
const longestBeside = 8;

const isShort = ({ unitOfMeasure }: Pick<Metric, 'unitOfMeasure'>) =>
  unitOfMeasure.length <= longestBeside;

/** The unit of measure that stands beside a number; a long one is told once, see `unitApart`. */
export function unitBeside(metric: Pick<Metric, 'unitOfMeasure'>): string {
  return isShort(metric) ? metric.unitOfMeasure : '';
}

/** The unit of measure that is told beside the metric's name, because it is too long for numbers. */
export function unitApart(metric: Pick<Metric, 'unitOfMeasure'>): string {
  return isShort(metric) ? '' : metric.unitOfMeasure;
}

/** A number and, where it is short, its unit of measure: for headlines and cards. */
export function headline(
  value: string,
  metric: Pick<Metric, 'decimals' | 'unitOfMeasure'>,
): string {
  return formatValue(value, { ...metric, unitOfMeasure: unitBeside(metric) });
}
