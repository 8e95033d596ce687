import type { OfResult } from '../board/told-result.ts';

export type VerificationHappening =
  /** `witness`, a unit that is no party, saw the result. */
  | ({ kind: 'attestation'; witness: string } & OfResult)
  /** `by` is a unit, or null where the steward objects. */
  | ({ kind: 'objection'; objection: number; by: string | null; reason: string } & OfResult)
  /** An objection was dismissed; one that is upheld is told as an annulment. */
  | ({
      kind: 'objection-dismissed';
      objection: number;
      by: string | null;
      reason: string;
    } & OfResult);
