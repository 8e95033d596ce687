import type { Fact } from '@emulation/shared';

/** A fact of the demo's history, and when it is told to have come in (UTC). */
export interface TimedFact {
  fact: Fact;
  at: string;
}
