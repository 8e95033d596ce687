import type { Partner } from '../vocabulary/result.ts';

export type Scope = 'board' | 'sector' | 'unit';
export const scopes: readonly Scope[] = ['board', 'sector', 'unit'];

/** The mark that stood before, in a record. */
export interface PreviousMark {
  value: string;
  achievedAt: string;
  holders: string[];
  result: string;
}

export interface OfResult {
  result: string;
  metric: string;
  unit: string;
  partners: { unit: string; role: Partner['role']; share: string }[];
  sector: string;
  /** Decimal string at the metric's decimals. */
  value: string;
  achievedAt: string;
}

/** A standing record that a change took away, and who holds it now. */
export interface LostRecord {
  scope: Scope;
  key: string;
  now: PreviousMark | null;
}
