import { copyForPreview } from '../board/preview.ts';
import { applyEntry } from '../board/fold.ts';
import type { BoardState } from '../board/state.ts';
import { standingRecords } from '../records/queries.ts';
import type { RecordRow } from '../views/row.ts';
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
  /** Records of the board and of sectors that would be another, at most a hundred. */
  records: { before: RecordRow; after: RecordRow | null }[];
}

const maxRecords = 100;

const lineOf = ({ metric, scope, sector, unit }: RecordRow) =>
  [metric, scope, scope === 'sector' ? sector : '', scope === 'unit' ? unit : ''].join(' ');

function recordsOf(state: BoardState, metrics: readonly string[]): Map<string, RecordRow> {
  const rows = metrics.flatMap((metric) => standingRecords(state, { metric }));
  return new Map(
    rows.filter(({ scope }) => scope !== 'unit').map((row) => [lineOf(row), row] as const),
  );
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
  const after = recordsOf(copy, metrics);
  const changed = [...recordsOf(state, metrics)].flatMap(([line, before]) => {
    const now = after.get(line);
    return now?.result === before.result ? [] : [{ before, after: now ?? null }];
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
    records: changed.slice(0, maxRecords),
  };
}
