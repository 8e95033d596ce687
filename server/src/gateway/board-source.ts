import type { BoardState, Change, Happening } from '@emulation/shared';

/** A board as this node holds it; `state` is changed in place between two events. */
export interface FollowedBoard {
  readonly state: BoardState;
}

export type BoardEvent =
  /** Entries up to `to` were folded; `happenings` are theirs, in order. */
  | {
      kind: 'applied';
      host: FollowedBoard;
      from: number;
      to: number;
      change: Change;
      happenings: readonly Happening[];
    }
  /** The board is in another epoch: what was told before may never have been. */
  | { kind: 'replaced'; host: FollowedBoard }
  | { kind: 'removed'; board: string };

/** All that the gateway asks of the boards of this node. */
export interface BoardSource {
  get(board: string): FollowedBoard | undefined;
  /** Events of one board come in the order of its ledger. Returns how to stop listening. */
  onEvent(listener: (event: BoardEvent) => void): () => void;
}
