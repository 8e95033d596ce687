import type { Applied, BoardState, Change, Entry, Happening } from '@emulation/shared';

/** A board as those see it who only read. */
export interface HostedBoard {
  readonly board: string;
  /** Changed in place between two events, and another object after `replaced`. */
  readonly state: BoardState;
}

/** What a node's boards tell; those of one board come in the order of its ledger. */
export type BoardEvent<Host extends HostedBoard = HostedBoard> =
  /** Entries `from` to `to` were folded; `happenings` are theirs, in order. */
  | {
      kind: 'applied';
      host: Host;
      from: number;
      to: number;
      change: Change;
      happenings: readonly Happening[];
    }
  /** New here, or in another epoch: what was told before may never have been. */
  | { kind: 'replaced'; host: Host }
  | { kind: 'removed'; board: string };

/** What the fold did with an entry, and so what its poster was answered. */
export interface Answer {
  entry: Entry;
  applied: Applied;
}

export type CommitOutcome =
  /** Durable and folded here; `applied` is in the order of `entries`. */
  | { kind: 'committed'; entries: Entry[]; applied: Applied[]; repeated: number }
  | { kind: 'repeated'; seq: number }
  | { kind: 'key-conflict'; seq: number }
  | { kind: 'unknown-board' };
