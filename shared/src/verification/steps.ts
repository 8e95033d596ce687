import type { Located } from '../board/revise.ts';
import type { BoardState } from '../board/state.ts';
import type { Entry } from '../ledger/entry.ts';
import { describeResult } from '../results/rows.ts';
import { openReview, type ResultShape, type Review, type ReviewStep } from './book.ts';

export function seqOf({ metric, index }: Located): number {
  return metric.results.seq[index] ?? 0;
}

/** Writes a step into the history of a result. */
export function noteStep(
  state: BoardState,
  located: Located,
  { at, actor }: Pick<Entry, 'at' | 'actor'>,
  step: ReviewStep,
): Review {
  const review = openReview(state.books.verification, seqOf(located));
  review.events.push({ at, actor, ...step });
  return review;
}

/** What a correction may change, as it is now. */
export function shapeOf(state: BoardState, { metric, index }: Located): ResultShape {
  const { value, achievedAt, partners } = describeResult(state, metric, index);
  return { value, achievedAt, partners };
}
