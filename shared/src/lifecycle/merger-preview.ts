import { copyForPreview } from '../board/preview.ts';
import { applyEntry } from '../board/fold.ts';
import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { changedRecords, type RecordChange } from '../records/record-changes.ts';
import { isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import type { MergerBody } from '../vocabulary/lifecycle.ts';

/** What making one unit of two would do. */
export interface MergerPreview {
  /** Results that stand and would count for the other unit, in all and by metric. */
  results: number;
  metrics: { metric: string; results: number }[];
  /** Records whose holder would be another. */
  records: RecordChange[];
}

function countOf(metric: MetricState, unit: number): number {
  let count = 0;
  for (let at = 0; at < metric.results.length; at++)
    if (!isAnnulled(metric.results, at) && unitsOf(metric, at).includes(unit)) count++;
  return count;
}

const holdersOf = (row: RecordChange['after']) => row?.holders.join(' ') ?? '';

/** The board stays as it is: the merger is tried on a copy of the metrics it touches. */
export function previewMerger(
  state: BoardState,
  id: string,
  { into }: Pick<MergerBody, 'into'>,
): MergerPreview {
  const own = state.unitIndex.indexes.get(id) ?? -1;
  const metrics = [...state.metrics.values()]
    .map((metric) => ({ metric: metric.metric.id, results: countOf(metric, own) }))
    .filter(({ results }) => results > 0);
  // The merger looks through every metric, annulled results too.
  const copy = copyForPreview(state, state.metrics.keys());
  applyEntry(copy, {
    board: state.board,
    epoch: state.epoch,
    seq: state.seq + 1,
    // No time of a merger changes what it counts.
    at: '1970-01-01T00:00:00.000Z',
    actor: 'preview',
    fact: { type: 'unit.merged', id, into },
  });
  return {
    results: metrics.reduce((sum, { results }) => sum + results, 0),
    metrics,
    records: changedRecords(state, copy, {
      metrics: metrics.map(({ metric }) => metric),
      isChanged: ({ before, after }) => holdersOf(before) !== holdersOf(after),
    }),
  };
}
