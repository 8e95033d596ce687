/** What standards make happen. Values are decimal strings at the metric's decimals. */
export type StandardHappening =
  | {
      kind: 'standard-raised' | 'standard-lowered';
      metric: string;
      value: string;
      previous: string | null;
      /** The result that proved it. */
      result: string | null;
      reason: string | null;
      /** Units that had reached the new level when it was set. */
      reachedBy: string[];
      /** Active units of the metric. */
      of: number;
    }
  | {
      kind: 'standard-reached';
      metric: string;
      unit: string;
      /** The standard. */
      value: string;
      /** What the unit reached it with. */
      result: string;
      /** The first to follow, and the one with which all active units have. */
      first: boolean;
      last: boolean;
      reached: number;
      of: number;
    };
