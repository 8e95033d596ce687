import type { Evidence, VerificationRules } from '../vocabulary/verification.ts';

export interface Attestation {
  unit: string;
  /** ms since the epoch. */
  at: number;
}

export interface Objection {
  /** Absent where the steward objects. */
  unit?: string;
  reason: string;
  at: number;
  settledAt?: number;
}

export interface Verified {
  at: number;
  /** The rules of that day: a later change of rules does not reach back. */
  rules: VerificationRules;
  evidence: Evidence[];
}

/** A result's parts that a correction or a decline may change. */
export interface ResultShape {
  value: string;
  achievedAt: string;
  partners: { unit: string; role: string; share: string }[];
}

/** One step in the life of a result, as its history tells it. */
export type ReviewStep =
  | { kind: 'posted'; unit: string; value: string; achievedAt: string }
  | { kind: 'attested'; unit: string; note?: string | undefined; evidence?: Evidence[] | undefined }
  | { kind: 'verified'; reason?: string | undefined; evidence?: Evidence[] | undefined }
  | {
      kind: 'objected';
      objection: number;
      unit?: string | undefined;
      reason: string;
      evidence?: Evidence[] | undefined;
    }
  | { kind: 'settled'; objection: number; decision: 'dismissed' | 'upheld'; reason: string }
  | { kind: 'corrected'; reason: string; before: ResultShape; after: ResultShape }
  | { kind: 'declined'; unit: string; role: string; share: string; reason?: string | undefined }
  | { kind: 'annulled'; reason: string }
  | { kind: 'rejected'; reason: string };

/** `at` is ISO UTC; `actor` who sent it, absent where the board does not keep it. */
export type ReviewEvent = { at: string; actor?: string } & ReviewStep;

/** What happened to one result since it was posted; every list in the order of the ledger. */
export interface Review {
  /** Of the result as it is now: a correction asks for both anew. */
  verified?: Verified;
  attested: Attestation[];
  /** Numbered from 1 by their place here. */
  objections: Objection[];
  rejected: boolean;
  events: ReviewEvent[];
}

/** By the position of the result; only those that something happened to. */
export interface VerificationBook {
  rules: VerificationRules;
  reviews: Map<number, Review>;
}

export const defaultRules: VerificationRules = {
  witnesses: 0,
  objectionDays: 0,
  breakthroughsNeedVerification: true,
};

export function createVerificationBook(): VerificationBook {
  return { rules: defaultRules, reviews: new Map() };
}

/** The review of a result, begun at the first thing that happens to it. */
export function openReview({ reviews }: VerificationBook, seq: number): Review {
  let review = reviews.get(seq);
  if (!review) {
    review = { attested: [], objections: [], rejected: false, events: [] };
    reviews.set(seq, review);
  }
  return review;
}
