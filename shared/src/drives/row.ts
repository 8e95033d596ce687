import type { BonusKind, DriveState } from '../vocabulary/drive.ts';

/**
 * One task of one unit. Percentages and points are decimal strings of two decimals, values have the
 * metric's decimals. Points are exact inside and rounded where they are shown.
 */
export interface TaskTerm {
  kind: 'task';
  task: string;
  metric: string;
  /** `null`: no result of the unit counts; an absent value is not zero. */
  value: string | null;
  baseline: string;
  target: string;
  weight: string;
  /** Percent of the plan as it counts: never below 0, never above the cap. */
  fulfilment: string;
  /** Percent of the plan as reached, below 0 and above the cap as well; `null` without a value. */
  reached: string | null;
  points: string;
  /** Place in this task among those with a value; in drives scored by placing. */
  place?: number;
  /** The unit's counter-plan, and percent of it as reached. */
  pledge?: string;
  pledgeFulfilment?: string | null;
  /** How many results made the value. */
  count: number;
  /** Those results, in the order of achievement; over HTTP only. */
  results?: string[];
}

export interface BonusTerm {
  kind: 'bonus';
  bonus: BonusKind;
  metric?: string;
  /** The whole bonus, before it is split by shares or multiplied by a count. */
  of: string;
  /** The unit's part of a joint result. */
  share?: string;
  points: string;
  /** It rests on a result that is not verified. */
  provisional?: boolean;
  /** The result that earned it. */
  result?: string;
  /** Experiences of the unit and by whom each was adopted in the period. */
  adoptions?: { experience: string; by: string }[];
}

export type DriveTerm = TaskTerm | BonusTerm;

/** Topic `drive:<id>`, keyed by unit; sort by `place`, then `unit`. */
export interface DriveRow {
  place: number;
  unit: string;
  /** Sum of the exact points of all terms, rounded once. */
  score: string;
  terms: DriveTerm[];
  /** Counted results that came in after the end, within the grace. */
  late: number;
  /** 0 (all at the end) to 100 (evenly or early); `null` where there are too few results. */
  rhythm: number | null;
  /** When the last of its values was reached; a date or a UTC time. */
  reachedAt: string | null;
  /** Where it stands in the other two rankings; absent where it has nothing to compare with. */
  improvement?: { place: number; score: string };
  gap?: { place: number; score: string };
}

/** One task of a ranking by improvement or by gap closed. */
export interface ProgressTerm {
  task: string;
  metric: string;
  /** In the equally long period before. */
  before: string;
  value: string;
  /** By gap: the better of the target and the leader's value before. */
  goal?: string;
  weight: string;
  points: string;
  /** The results that make the two values; over HTTP only. */
  results?: string[];
  resultsBefore?: string[];
}

export interface ProgressRow {
  place: number;
  unit: string;
  score: string;
  terms: ProgressTerm[];
}

/** A result of the period that came in too late to count. */
export interface UncountedResult {
  result: string;
  unit: string;
  metric: string;
  value: string;
  achievedAt: string;
  receivedAt: string;
  why: 'after-grace' | 'after-close';
}

/** A drive among the others of its board. */
export interface DriveSummary {
  id: string;
  name: string;
  state: DriveState;
  /** Its newest results are hidden. */
  veiled: boolean;
  from: string;
  to: string;
}

/** Everything a drive's ranking says. */
export interface DriveStandings {
  rows: DriveRow[];
  improvement: ProgressRow[];
  gap: ProgressRow[];
  uncounted: UncountedResult[];
}

/** Key `drive` of the topic `drive:<id>`: the drive itself and what a countdown needs. */
export interface DriveHeadRow {
  id: string;
  name: string;
  objectives?: string;
  state: DriveState;
  veiled: boolean;
  revealed: number;
  from: string;
  to: string;
  /** UTC times; each absent where there is none. */
  startsAt: string;
  endsAt: string;
  graceEndsAt: string;
  reviewAt?: string;
  freezesAt?: string;
  /** Since when what comes in is hidden; while it is veiled. */
  frozenAt?: string;
  pledgesEndAt?: string;
  tasks: {
    id: string;
    name?: string;
    metric: string;
    aggregate: string;
    baseline: string;
    target: string;
    weight: string;
  }[];
  scoring: { kind: 'fulfilment'; capPercent: number } | { kind: 'placing'; points: string[] };
  bonuses?: { readonly [Kind in BonusKind]?: string | undefined };
  tieBreaks?: string[];
  /** Score of a plan exactly fulfilled; in drives scored by fulfilment. */
  par?: string;
  lastPlacesHidden: number;
  /** Units that take part; the topic holds the first 200. */
  rows: number;
  pledges: number;
  /** Results of the period that came too late to count. */
  uncounted: number;
}
