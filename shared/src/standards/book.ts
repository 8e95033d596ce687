/** A level that was asked for, from its entry on. */
export interface StandardLevel {
  value: string;
  /** When it was set, ISO UTC, and the board's day of that. */
  at: string;
  day: number;
  seq: number;
  isLowered: boolean;
  /** Position of the result that proved it. */
  result?: number;
  reason?: string;
}

/** The standard of one metric. */
export interface Standard {
  metric: string;
  /** Oldest first; the last one holds. */
  levels: StandardLevel[];
  /** By unit (its index) that has reached the level that holds: position of the result that did. */
  reached: Map<number, number>;
  /** Units whose reaching it was told, or that had reached it when it was set. */
  told: number[];
}

/** Standards by metric. */
export type StandardsBook = Map<string, Standard>;
