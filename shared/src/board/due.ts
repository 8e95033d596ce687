import { dueDriveFacts } from '../drives/due.ts';
import type { Fact } from '../ledger/entry.ts';
import type { BoardState } from './state.ts';

/** A fact that the clock alone makes, and the idempotency key under which it is made once. */
export interface DueFact {
  key: string;
  fact: Fact;
}

/** Everything that is due on a board at `now` (ms since the epoch), family by family. */
export function dueFacts(state: BoardState, now: number): DueFact[] {
  return dueDriveFacts(state, now);
}
