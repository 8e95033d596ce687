import type { AdoptionMove, AdoptionState, Link, Picture } from '../vocabulary/experience.ts';

/** One step of a unit with an experience; `at` is a date or a UTC time. */
export interface AdoptionStep {
  to: 'offered' | AdoptionMove;
  at: string;
  /** Position of the entry that made it. */
  seq: number;
  reason?: string;
}

/** A unit that was offered an experience, and how far it has come. */
export interface Adoption {
  unit: string;
  /** The last step it took itself; `sustained` is beside it. */
  state: 'offered' | AdoptionMove;
  offeredBy: 'board' | 'steward';
  steps: AdoptionStep[];
  /** Since when it works that way, ms since the epoch and calendar day; only while adopted. */
  adopted?: { at: number; day: number };
  /** When its results first proved it sustained; only while they do. */
  sustained?: { at: string; seq: number };
  /** That it is sustained is news once. */
  wasAnnounced: boolean;
}

/** How a record was made, written by the unit that made it. */
export interface Experience {
  id: string;
  unit: string;
  /** The sector of its unit when it wrote. */
  sector: string;
  metric: string;
  title: string;
  change: string;
  needs?: string;
  links: Link[];
  pictures: Picture[];
  /** Position of the result that proved it. */
  proof?: number;
  basedOn?: string;
  writtenAt: string;
  seq: number;
  editedAt?: string;
  /** Its text and pictures are gone with it; the tree of who learned from whom stays. */
  withdrawn?: { at: string; reason: string };
  /** By unit, in the order of the offers. */
  adoptions: Map<string, Adoption>;
}

export interface ExperienceBook {
  byId: Map<string, Experience>;
  /** Experiences a unit has adopted in a metric, by `adopterKey`. */
  adopters: Map<string, string[]>;
}

export function createExperienceBook(): ExperienceBook {
  return { byId: new Map(), adopters: new Map() };
}

/** Ids are slugs, so a space parts them. */
export function adopterKey(metric: string, unit: string): string {
  return `${metric} ${unit}`;
}

export function adoptionState(adoption: Adoption): AdoptionState {
  return adoption.state === 'adopted' && adoption.sustained ? 'sustained' : adoption.state;
}

/** Steps a unit may take from where it stands; `offered` and `sustained` are never its own. */
export const adoptionMoves: Record<'offered' | AdoptionMove, readonly AdoptionMove[]> = {
  offered: ['studying', 'not-applicable'],
  studying: ['trial', 'not-applicable'],
  trial: ['adopted', 'studying', 'not-applicable'],
  adopted: ['not-applicable'],
  'not-applicable': ['studying'],
};
