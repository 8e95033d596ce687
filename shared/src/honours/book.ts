import type { HonourBody, TitleBody } from '../vocabulary/honour.ts';

export interface Title extends TitleBody {
  id: string;
}

/** An honour as it was given; a withdrawn one stays readable. */
export interface Honour extends HonourBody {
  id: string;
  /** As the title was called then. */
  titleName: string;
  /** Position and time of the award. */
  seq: number;
  at: string;
  withdrawn?: { at: string; reason: string };
}

/** Titles that can be won, and what was awarded, in the order of the ledger. */
export interface HonourBook {
  titles: Map<string, Title>;
  honours: Map<string, Honour>;
}

export function createHonourBook(): HonourBook {
  return { titles: new Map(), honours: new Map() };
}
