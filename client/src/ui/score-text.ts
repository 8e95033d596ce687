import { formatNumber } from './format.ts';

/** Points as the server tells them, in the visitor's notation; no digit is added or lost. */
export function formatScore(points: string): string {
  return formatNumber(points, { decimals: points.split('.')[1]?.length ?? 0 });
}
