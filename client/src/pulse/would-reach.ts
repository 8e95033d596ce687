import type { RankingRow, RecordRow } from '@emulation/shared';
import type { MetricInfo } from '../store/board-store.ts';
import { toUnits } from '../ui/decimal.ts';

type Judged = Pick<MetricInfo, 'direction' | 'aggregate'>;

/** Whether a score is at least as good as a level; both at the metric's decimals. */
export function reaches(metric: Judged, score: string, level: string): boolean {
  const difference = toUnits(score) - toUnits(level);
  return metric.direction === 'higher' ? difference >= 0n : difference <= 0n;
}

/** The units of a period's ranking that would reach a level already. */
export function wouldReach(metric: Judged, rows: readonly RankingRow[], level: string): string[] {
  return rows
    .filter((row) => row.unit !== undefined && reaches(metric, row.score, level))
    .map((row) => row.unit ?? '');
}

/** The record that proves a level: only where one result shows what the standard asks for. */
export function proofOf(
  metric: Judged,
  record: RecordRow | undefined,
  level: string,
): RecordRow | undefined {
  const isShownByOne = metric.aggregate === 'best' || metric.aggregate === 'latest';
  return record && isShownByOne && reaches(metric, record.value, level) ? record : undefined;
}
