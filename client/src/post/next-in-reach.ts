import type { Metric, RankingRow } from '@emulation/shared';
import { marginBetween } from '../marks/margin.ts';

/** The unit directly ahead and how far; null where nobody is, or the unit stands beyond the rows. */
export function nextInReach(
  rows: Iterable<RankingRow>,
  unit: string,
  metric: Pick<Metric, 'decimals' | 'direction'>,
): { unit: string; by: string } | null {
  const all = [...rows];
  const own = all.find((row) => row.unit === unit);
  if (!own) return null;
  const ahead = all.filter((row) => row.place < own.place).sort((a, b) => b.place - a.place);
  const margin = ahead[0] && marginBetween(metric, ahead[0].score, own.score);
  return ahead[0]?.unit !== undefined && margin ? { unit: ahead[0].unit, by: margin.by } : null;
}
