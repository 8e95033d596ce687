import { createZone, type Zone } from '../calendar/zone.ts';
import type { FactOf } from '../ledger/entry.ts';
import { createFeed, type Feed } from '../feed/feed.ts';
import type { Sector, Unit } from '../vocabulary/board.ts';
import { createBooks, type Books } from './books.ts';
import type { MetricState } from './metric-state.ts';

export type BoardInfo = Omit<FactOf<'board.opened'>, 'type'> & { demo: boolean };

/** Ids in the order of their first appearance; the fold refers to them by index. */
export interface IdIndex {
  ids: string[];
  indexes: Map<string, number>;
}

/**
 * A board as its ledger makes it. It is changed in place, entry by entry, by `applyEntry` alone;
 * everybody else reads.
 */
export interface BoardState {
  board: string;
  /** The epoch the ledger is in; '' before the first entry. */
  epoch: string;
  /** Position of the last entry applied; 0 before the first. */
  seq: number;
  info: BoardInfo | undefined;
  zone: Zone;
  /** Which epoch entries from `from` on were written in. */
  epochs: { epoch: string; from: number }[];
  sectors: Map<string, Sector>;
  units: Map<string, Unit>;
  metrics: Map<string, MetricState>;
  sectorIndex: IdIndex;
  unitIndex: IdIndex;
  feed: Feed;
  books: Books;
  /**
   * Positions of results that were first seen while others were hidden, by the public epoch and the
   * position they had there: links made of those lead to them for ever.
   */
  publicIds: Map<string, Map<number, number>>;
  /** What everybody sees of a board of which something is hidden. */
  isVeiled: boolean;
}

export function createBoardState(board: string): BoardState {
  return {
    board,
    epoch: '',
    seq: 0,
    info: undefined,
    zone: createZone('UTC'),
    epochs: [],
    sectors: new Map(),
    units: new Map(),
    metrics: new Map(),
    sectorIndex: { ids: [], indexes: new Map() },
    unitIndex: { ids: [], indexes: new Map() },
    feed: createFeed(),
    books: createBooks(),
    publicIds: new Map(),
    isVeiled: false,
  };
}

/** The index of an id, given out at its first appearance. */
export function indexOf(index: IdIndex, id: string): number {
  let found = index.indexes.get(id);
  if (found === undefined) {
    found = index.ids.push(id) - 1;
    index.indexes.set(id, found);
  }
  return found;
}

/** The id at an index that was given out. */
export function idAt(index: IdIndex, at: number): string {
  return index.ids[at] ?? '';
}
