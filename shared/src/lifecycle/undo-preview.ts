import { copyForPreview } from '../board/preview.ts';
import { applyEntry } from '../board/fold.ts';
import type { BoardState } from '../board/state.ts';
import { changedRecords, type RecordChange } from '../records/record-changes.ts';
import type { ImportRecord } from './book.ts';
import { standingOf } from './undo.ts';

/** What undoing an import would do. */
export interface UndoPreview {
  /** Results that would be annulled. */
  results: number;
  /** Of those, verified ones. */
  verified: number;
  /** Results of the import that are annulled already. */
  gone: number;
  units: string[];
  metrics: { metric: string; results: number }[];
  records: RecordChange[];
}

/** The board stays as it is: the undoing is tried on a copy of the metrics it touches. */
export function previewUndo(state: BoardState, record: ImportRecord): UndoPreview {
  const standing = standingOf(state, record);
  const metrics = standing.map(({ metric }) => metric.metric.id);
  const copy = copyForPreview(state, metrics);
  applyEntry(copy, {
    board: state.board,
    epoch: state.epoch,
    seq: state.seq + 1,
    at: record.at,
    actor: record.actor,
    fact: { type: 'import.undone', import: record.id, reason: 'preview' },
  });
  const results = standing.reduce((sum, { indexes }) => sum + indexes.length, 0);
  return {
    results,
    verified: standing.reduce((sum, { verified }) => sum + verified, 0),
    gone: record.results - results,
    units: [...new Set(standing.flatMap(({ units }) => units))],
    metrics: standing.map(({ metric, indexes }) => ({
      metric: metric.metric.id,
      results: indexes.length,
    })),
    records: changedRecords(state, copy, {
      metrics,
      isChanged: ({ before, after }) => after?.result !== before.result,
    }),
  };
}
