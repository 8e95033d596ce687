import type { Entry } from '../ledger/entry.ts';
import { createFeed } from '../feed/feed.ts';
import { locateResult } from './apply-change.ts';
import { copyIndex, copyMetric } from './copy.ts';
import { applyEntry } from './fold.ts';
import type { Applied } from './outcome.ts';
import { copyPlain } from './plain-copy.ts';
import type { BoardState } from './state.ts';

/**
 * What a verification, annulment or correction would do. The board stays as it is: the entry is
 * applied to a copy of the one metric it touches.
 */
export function previewChange(state: BoardState, entry: Entry): Applied & { state: BoardState } {
  const { fact } = entry;
  const seq = 'result' in fact ? fact.result : undefined;
  const located = seq === undefined ? undefined : locateResult(state, seq);
  const copy = copyForPreview(state, located ? [located.metric.metric.id] : []);
  return { ...applyEntry(copy, entry), state: copy };
}

/**
 * A board to try entries on that touch no other metrics than those named: all else that is large is
 * the board's own. Its feed begins empty.
 */
export function copyForPreview(state: BoardState, metrics: Iterable<string>): BoardState {
  const copies = new Map(state.metrics);
  for (const id of metrics) {
    const metric = state.metrics.get(id);
    if (metric) copies.set(id, copyMetric(metric));
  }
  return {
    ...state,
    metrics: copies,
    epochs: [...state.epochs],
    sectors: new Map(state.sectors),
    units: new Map(state.units),
    sectorIndex: copyIndex(state.sectorIndex),
    unitIndex: copyIndex(state.unitIndex),
    feed: createFeed(),
    books: copyPlain(state.books),
  };
}
