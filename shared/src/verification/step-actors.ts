import type { BoardState } from '../board/state.ts';
import { findLocated } from '../results/list.ts';
import { seqOf } from './steps.ts';

/**
 * Where a result stands in this sight, and who did each step of its history after the posting. It
 * is for the server alone: what the public reads of an actor is decided there.
 */
export function stepActors(
  state: BoardState,
  id: string,
): { seq: number; actors: (string | undefined)[] } | undefined {
  const found = findLocated(state, id);
  if (!found) return undefined;
  const seq = seqOf(found);
  const events = state.books.verification.reviews.get(seq)?.events ?? [];
  return { seq, actors: events.map(({ actor }) => actor) };
}
