import type { Applied, BoardState, Change, Entry, Happening, Seen } from '@emulation/shared';

/** `full`: with what is hidden, for stewards. The two are one and the same while nothing is. */
export type Sight = 'full' | 'public';

/** A board as those see it who only read. */
export interface HostedBoard {
  readonly board: string;
  /** Changed in place between two events, and another object after `replaced`. */
  readonly state: BoardState;
  readonly publicState: BoardState;
}

/** Entries of one sight that were folded together: positions are those of `epoch` in that sight. */
export interface Folded {
  sight: Sight;
  epoch: string;
  from: number;
  to: number;
  change: Change;
  /** Theirs, in order. */
  happenings: readonly Happening[];
}

/** What a node's boards tell; those of one sight of a board come in the order of its ledger. */
export type BoardEvent<Host extends HostedBoard = HostedBoard> =
  | ({ kind: 'applied'; host: Host } & Folded)
  /**
   * Another state stands in the place of the one before. In another epoch, what was told before may
   * never have been; in the same, everything told still holds.
   */
  | { kind: 'replaced'; host: Host; sight: Sight }
  | { kind: 'removed'; board: string };

/** What the fold did with an entry, and so what its poster was answered. */
export interface Answer {
  entry: Entry;
  applied: Applied;
  /** What everybody sees of it, in the epoch of their sight; `undefined` while it is hidden. */
  seen: Seen | undefined;
}

export type CommitOutcome =
  /** Durable and folded here; `applied` is in the order of `entries`. */
  | { kind: 'committed'; entries: Entry[]; applied: Applied[]; repeated: number }
  | { kind: 'repeated'; seq: number }
  | { kind: 'key-conflict'; seq: number }
  | { kind: 'unknown-board' };
