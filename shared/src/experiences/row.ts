import type { Scope } from '../board/happening.ts';
import type { AdoptionState, Link, Picture } from '../vocabulary/experience.ts';
import type { AdoptionStep } from './experience.ts';
import type { Lift } from './lift.ts';

/** Topic `experiences`, keyed by id: what a list shows of one. */
export interface ExperienceRow {
  id: string;
  title: string;
  unit: string;
  sector: string;
  metric: string;
  /** Position it was written at. */
  seq: number;
  writtenAt: string;
  editedAt?: string;
  basedOn?: string;
  picture?: Picture;
  /** How many units stand where. */
  counts: Record<AdoptionState, number>;
  /** The largest lift whose interval lies above zero. */
  bestLift?: { unit: string; lift: string; percent: string | null };
  withdrawn?: { at: string; reason: string };
}

/** The whole of an experience. `proof` is the id of the result that proved it. */
export interface ExperienceText extends ExperienceRow {
  change: string;
  needs?: string;
  links: Link[];
  pictures: Picture[];
  proof?: { result: string; value: string; achievedAt: string };
}

/** One unit that was offered it. */
export interface AdoptionRow {
  unit: string;
  state: AdoptionState;
  offeredBy: 'board' | 'steward';
  steps: AdoptionStep[];
  adoptedAt?: string;
  sustainedAt?: string;
  /** Only once it is adopted. */
  lift?: Lift;
}

/** A record that a unit broke after it had adopted an experience, in the widest of its scopes. */
export interface DescendedRecord {
  unit: string;
  result: string;
  scope: Scope;
  value: string;
  achievedAt: string;
}

/** Topic `experience:<id>`: `text`, `adoption:<unit>`, `record:<result>`, `child:<experience>`. */
export type ExperienceTopicRow =
  | ({ kind: 'text' } & ExperienceText)
  | ({ kind: 'adoption' } & AdoptionRow)
  | ({ kind: 'record' } & DescendedRecord)
  | ({ kind: 'child' } & ExperienceRow);

/** In topic `unit:<id>`, `offer:<experience>`: what the unit was offered. */
export interface OfferRow {
  experience: string;
  title: string;
  /** The unit that wrote it. */
  from: string;
  metric: string;
  state: AdoptionState;
  /** When the unit came to that state: a date or a UTC time. */
  since: string;
  lift?: Lift;
}

/** One experience in the tree of who learned from whom. */
export interface SpreadNode {
  experience: string;
  title: string;
  unit: string;
  metric: string;
  writtenAt: string;
  withdrawn?: true;
  adoptions: (AdoptionRow & { records: DescendedRecord[] })[];
  /** Experiences that were written on the ground of this one. */
  descendants: SpreadNode[];
}
