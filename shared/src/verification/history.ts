import type { BoardState } from '../board/state.ts';
import { findLocated } from '../results/list.ts';
import { resultRow } from '../results/rows.ts';
import type { ResultRow } from '../views/row.ts';
import type { ReviewEvent } from './book.ts';
import { heldLines } from './held-lines.ts';
import { missingOf, recognitionOf, type Missing } from './recognition.ts';
import type { HeldLine } from './row.ts';
import { seqOf } from './steps.ts';

export interface ResultHistory {
  result: ResultRow;
  lines: HeldLine[];
  missing: Missing[];
  /** The end of the objection window, once it is verified. */
  windowEndsAt?: string;
  /** The oldest first; `actor` is the kind of person: `steward`, `system`, … */
  events: ReviewEvent[];
}

/** Who, without which: an id may say more than the public needs to know. */
function publicEvent({ actor, ...event }: ReviewEvent): ReviewEvent {
  return { ...event, ...(actor === undefined ? {} : { actor: actor.split(':')[0] ?? '' }) };
}

/** Everything that happened to a result, as announced and as now recognised. */
export function resultHistory(
  state: BoardState,
  id: string,
  now: number,
): ResultHistory | undefined {
  const found = findLocated(state, id);
  if (!found) return undefined;
  const { verification } = state.books;
  const review = verification.reviews.get(seqOf(found));
  const result = resultRow(state, found.metric, found.index);
  const { value, achievedAt } = result.announced ?? result;
  const posted: ReviewEvent = {
    kind: 'posted',
    at: result.receivedAt,
    unit: result.unit,
    value,
    achievedAt,
  };
  const { windowEndsAt } = recognitionOf(verification, state.zone, review);
  const isAnnulled = result.state === 'annulled';
  return {
    result,
    lines: isAnnulled ? [] : heldLines(state, found),
    missing: isAnnulled ? [] : missingOf(verification, state.zone, review, now),
    ...(windowEndsAt === undefined ? {} : { windowEndsAt: new Date(windowEndsAt).toISOString() }),
    events: [posted, ...(review?.events ?? []).map(publicEvent)],
  };
}
