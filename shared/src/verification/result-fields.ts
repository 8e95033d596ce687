import type { BoardState } from '../board/state.ts';
import type { ResultRow } from '../views/row.ts';
import { openObjections, recognitionOf } from './recognition.ts';

type RecognitionFields = Pick<
  ResultRow,
  'rejected' | 'ratifiesAt' | 'attestedBy' | 'openObjections' | 'evidence' | 'declined'
>;

/** What a result's row says of its recognition; nothing where nothing happened to it. */
export function recognitionFields(state: BoardState, seq: number): RecognitionFields {
  const { verification, cooperation } = state.books;
  const review = verification.reviews.get(seq);
  const declined = cooperation.declined.get(seq);
  if (!review) return {};
  const { ratifiesAt } = recognitionOf(verification, state.zone, review);
  const objections = openObjections(review);
  const evidence = review.verified?.evidence ?? [];
  return {
    ...(review.rejected ? { rejected: true as const } : {}),
    ...(ratifiesAt === undefined ? {} : { ratifiesAt: new Date(ratifiesAt).toISOString() }),
    ...(review.attested.length > 0 ? { attestedBy: review.attested.map(({ unit }) => unit) } : {}),
    ...(objections > 0 ? { openObjections: objections } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(declined ? { declined: declined.map(({ actor: _, ...said }) => said) } : {}),
  };
}
