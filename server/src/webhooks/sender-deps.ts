import type { Clock } from '../board/clock.ts';
import type { BoardEvent, HostedBoard } from '../board/event.ts';
import type { Draft } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import type { Shelf } from '../machines/shelf.ts';
import type { Reach } from './reach.ts';

/** A board as it is told of. */
export interface ToldBoard extends HostedBoard {
  /** Where everybody sees an entry of the full ledger; `undefined` while it is hidden. */
  publicPosition(seq: number): number | undefined;
  commit(drafts: Draft[], onRepeat: 'refuse'): Promise<unknown>;
}

export interface SenderDeps {
  boards: {
    all(): ToldBoard[];
    get(board: string): ToldBoard | undefined;
    onEvent(listener: (event: BoardEvent) => void): () => void;
  };
  shelf: Shelf;
  reach: Reach;
  clock: Clock;
  log: Log;
  publicUrl: string | undefined;
  /** Between 0 and 1, anew each time. */
  random?: () => number;
  /** Pause between two looks for what waits. */
  everyMs?: number;
}
