import type { Zone } from '../calendar/zone.ts';
import type { Review, VerificationBook } from './book.ts';

/** What a result still lacks before it is ratified. */
export type Missing = 'verification' | 'attestation' | 'settlement' | 'window';

export interface Recognition {
  /** The end of the objection window, once it is verified; ms since the epoch. */
  windowEndsAt?: number;
  /** From when it is ratified, as things stand; absent while something else is missing. */
  ratifiesAt?: number;
}

/** The objection window: the days after that of the verification, to their last midnight. */
function windowEnd(zone: Zone, { at, rules }: NonNullable<Review['verified']>): number {
  if (rules.objectionDays === 0) return at;
  return zone.startOfDay(zone.dayAt(at) + rules.objectionDays + 1);
}

export function openObjections(review: Review | undefined): number {
  return (review?.objections ?? []).filter(({ settledAt }) => settledAt === undefined).length;
}

function needsWitness(book: VerificationBook, review: Review | undefined): boolean {
  const rules = review?.verified?.rules ?? book.rules;
  return (review?.attested.length ?? 0) < rules.witnesses;
}

/**
 * A record is ratified when it is verified, attested where its board asked for that, and the
 * objection window has passed without an objection that is still open. Every part of this has a
 * position in the ledger, so the moment is known beforehand.
 */
export function recognitionOf(
  book: VerificationBook,
  zone: Zone,
  review: Review | undefined,
): Recognition {
  const verified = review?.verified;
  if (!verified) return {};
  const windowEndsAt = windowEnd(zone, verified);
  if (needsWitness(book, review) || openObjections(review) > 0) return { windowEndsAt };
  const { witnesses } = verified.rules;
  // The witness who completes the number, not one that came after.
  const witnessed = witnesses > 0 ? (review.attested[witnesses - 1]?.at ?? 0) : 0;
  const settled = review.objections.map(({ settledAt = 0 }) => settledAt);
  return { windowEndsAt, ratifiesAt: Math.max(windowEndsAt, witnessed, ...settled) };
}

/** `now`: ms since the epoch. */
export function isRatified(
  book: VerificationBook,
  zone: Zone,
  review: Review | undefined,
  now: number,
): boolean {
  const { ratifiesAt } = recognitionOf(book, zone, review);
  return ratifiesAt !== undefined && ratifiesAt <= now;
}

/** What is missing at `now` (ms since the epoch), in the order in which people see to it. */
export function missingOf(
  book: VerificationBook,
  zone: Zone,
  review: Review | undefined,
  now: number,
): Missing[] {
  const { windowEndsAt } = recognitionOf(book, zone, review);
  return [
    ...(review?.verified ? [] : (['verification'] as const)),
    ...(needsWitness(book, review) ? (['attestation'] as const) : []),
    ...(openObjections(review) > 0 ? (['settlement'] as const) : []),
    ...(windowEndsAt !== undefined && windowEndsAt > now ? (['window'] as const) : []),
  ];
}
