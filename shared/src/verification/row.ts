import type { PreviousMark, Scope } from '../board/told-result.ts';
import type { ResultRow } from '../views/row.ts';
import type { VerificationRules } from '../vocabulary/verification.ts';
import type { Missing } from './recognition.ts';

/** A line of records in which a result is a mark. */
export interface HeldLine {
  scope: Scope;
  /** Sector or unit whose line it is; '' for the board's. */
  key: string;
  how: 'broken' | 'equalled';
  breakthrough: boolean;
  /** It holds the record now; otherwise it held it in its time. */
  standing: boolean;
  /** What it broke or equalled; null where it is the first. */
  previous: PreviousMark | null;
}

/** Topic `verification`: `summary`, and `case:<result>` for each record that waits (200 at most). */
export type VerificationRow =
  | { kind: 'summary'; waiting: number; breakthroughs: number; rules: VerificationRules }
  | ({ kind: 'case' } & VerificationCase);

export interface VerificationCase {
  result: ResultRow;
  lines: HeldLine[];
  breakthrough: boolean;
  missing: Missing[];
  /** Since when it waits: when it was received. */
  since: string;
  windowEndsAt?: string;
  /** Those that are open. */
  objections: { objection: number; by: string | null; reason: string; at: string }[];
}
