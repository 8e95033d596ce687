import { describeResult, stateOf } from '../results/rows.ts';
import type { HappeningBody } from './happening.ts';
import type { MetricState } from './metric-state.ts';
import type { RecordClaim } from './outcome.ts';
import type { BoardState } from './state.ts';

/**
 * Happenings of the records a result holds now; one that it held only in its time is no news.
 * In a unit's scope the happening is told from the side of the unit whose best it is.
 */
export function announceRecords(
  state: BoardState,
  metric: MetricState,
  index: number,
  claims: readonly RecordClaim[],
): HappeningBody[] {
  if (claims.length === 0) return [];
  const provisional = stateOf(metric, index) === 'provisional';
  const standing = claims.filter((claim) => claim.standing);
  const records = standing.map((claim): HappeningBody => {
    const unit = claim.unit === undefined ? undefined : state.unitIndex.indexes.get(claim.unit);
    return {
      kind: 'record',
      ...describeResult(state, metric, index, unit),
      scope: claim.scope,
      how: claim.kind,
      breakthrough: claim.breakthrough,
      previous: claim.previous ?? null,
      provisional,
    };
  });
  const breakthrough = standing.find((claim) => claim.breakthrough);
  if (breakthrough?.previous)
    records.push({
      kind: 'breakthrough',
      ...describeResult(state, metric, index),
      scope: breakthrough.scope,
      previous: breakthrough.previous,
      provisional,
    });
  return records;
}
