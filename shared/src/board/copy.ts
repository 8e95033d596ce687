import type { RecordLine } from '../records/line.ts';
import { copyColumns } from '../results/columns.ts';
import { TimeOrder } from '../results/time-order.ts';
import type { MetricState } from './metric-state.ts';
import { copyPlain } from './plain-copy.ts';
import type { BoardState, IdIndex } from './state.ts';

function copyLine({ marks }: RecordLine): RecordLine {
  return { marks: [...marks] };
}

/** A metric that can be changed without the other; what never changes is shared. */
export function copyMetric(metric: MetricState): MetricState {
  const { results, extras } = metric;
  return {
    ...metric,
    results: copyColumns(results, Math.max(16, results.length)),
    extras: {
      joint: new Map(extras.joint),
      notes: new Map(extras.notes),
      pictures: new Map(extras.pictures),
      reasons: new Map(extras.reasons),
      announced: new Map(extras.announced),
    },
    lines: {
      board: copyLine(metric.lines.board),
      sectors: metric.lines.sectors.map((line) => line && copyLine(line)),
      units: metric.lines.units.map((line) => line && copyLine(line)),
    },
    table: metric.table.copy(),
    order: new TimeOrder(),
  };
}

export function copyIndex({ ids, indexes }: IdIndex): IdIndex {
  return { ids: [...ids], indexes: new Map(indexes) };
}

/** A board that goes its own way from here. */
export function copyBoard(state: BoardState): BoardState {
  return {
    ...state,
    epochs: [...state.epochs],
    sectors: new Map(state.sectors),
    units: new Map(state.units),
    metrics: new Map([...state.metrics].map(([id, metric]) => [id, copyMetric(metric)])),
    sectorIndex: copyIndex(state.sectorIndex),
    unitIndex: copyIndex(state.unitIndex),
    feed: { ...state.feed, happenings: [...state.feed.happenings] },
    books: copyPlain(state.books),
    publicIds: copyPlain(state.publicIds),
  };
}
