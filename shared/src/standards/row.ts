/** A unit that reached a standard: with which result, and when that was achieved. */
export interface Follower {
  unit: string;
  result: string;
  achievedAt: string;
}

/** A better level that most units are ready for, and the result that shows it. */
export interface StandardProposal {
  value: string;
  /** `quartile`: a quarter of the active units has reached it. `record`: the board's record. */
  from: 'quartile' | 'record';
  result: string;
  /** Active units that have reached the proposed level already. */
  reached: number;
}

/** Topic `pulse`, `standard:<metric>`; the level that holds and who reaches it. */
export interface StandardRow {
  kind: 'standard';
  metric: string;
  /** Decimal strings at the metric's decimals. */
  value: string;
  previous: string | null;
  lowered: boolean;
  setAt: string;
  /** The result that proved it. */
  result: string | null;
  reason: string | null;
  /** Active units, those of them that have reached it, and those that do in the current period. */
  of: number;
  reached: number;
  now: number;
  /** Units that had reached it when it was set. */
  already: string[];
  /** The first that followed; the last, once all active units have. */
  first: Follower | null;
  last: Follower | null;
  /** Active units that have not reached it; the first twelve by name. */
  missing: string[];
  proposal: StandardProposal | null;
}

/** One unit before a standard. */
export interface StandardUnit {
  unit: string;
  reached: Omit<Follower, 'unit'> | null;
  /** Its score in the current period and the result it comes from; null where it posted nothing. */
  score: string | null;
  result: string | null;
  /** Whether that score reaches the standard. */
  now: boolean;
}

/** A level that held once. */
export interface StandardStep {
  value: string;
  setAt: string;
  lowered: boolean;
  result: string | null;
  reason: string | null;
}
