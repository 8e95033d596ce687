import type { BoardState, Change, Happening } from '@emulation/shared';

/** `full`: with what is hidden from everybody but stewards. */
export type Sight = 'full' | 'public';

/** A board as this node holds it; both states are changed in place between two events. */
export interface FollowedBoard {
  readonly state: BoardState;
  /** The same object as `state` while nothing is hidden. */
  readonly publicState: BoardState;
}

export type BoardEvent =
  /** Entries up to `to` were folded, in positions of `epoch`; `happenings` are theirs, in order. */
  | {
      kind: 'applied';
      host: FollowedBoard;
      sight: Sight;
      epoch: string;
      from: number;
      to: number;
      change: Change;
      happenings: readonly Happening[];
    }
  /**
   * Another state stands in the place of the one before. In another epoch, what was told before may
   * never have been; in the same, everything told still holds.
   */
  | { kind: 'replaced'; host: FollowedBoard; sight: Sight }
  | { kind: 'removed'; board: string };

/** All that the gateway asks of the boards of this node. */
export interface BoardSource {
  get(board: string): FollowedBoard | undefined;
  /** Events of one sight of a board come in the order of its ledger. Returns how to stop listening. */
  onEvent(listener: (event: BoardEvent) => void): () => void;
}

/** What a sight shows of a board. */
export function stateIn(sight: Sight, host: FollowedBoard): BoardState {
  return sight === 'full' ? host.state : host.publicState;
}
