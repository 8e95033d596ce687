import type { StandardRow } from '../standards/row.ts';
import type { PulsePeriod } from '../vocabulary/calendar.ts';
import type { PlanState } from './position.ts';
import type { Streak } from './streak.ts';

/** How many are on plan, of those that have one and can have missed it. */
export interface OnPlan {
  on: number;
  of: number;
}

/** A unit's longest streak, and in which metric it is. */
export interface UnitStreak extends Streak {
  unit: string;
  metric: string;
}

/** Units of one sector that helped another with joint results of the period. */
export interface SectorHelp {
  sector: string;
  units: string[];
  results: number;
  /** The newest of these results. */
  result: string;
}

/** A unit that was at a similar level and has improved since. */
export interface ComparableUnit {
  unit: string;
  before: string;
  now: string;
  /** The result that brought it there. */
  result: string;
  /** What it wrote about how, where it did. */
  experience?: string;
}

export interface PulseBoardRow {
  kind: 'board';
  results: number;
  lastResultAt: string | null;
  lastRecordAt: string | null;
  /** Days of the board's zone since the last record was received. */
  daysSinceRecord: number | null;
  period: { name: PulsePeriod; from: string; to: string; workdays: number; done: number };
  /** Units on plan in every metric they have a plan in; `waiting`: nothing can be missed yet. */
  units: OnPlan & { waiting: number; without: number };
  /** Single plans: a unit in a metric. */
  plans: OnPlan;
  /** Percent with one decimal, the mean of all plans. */
  fulfilment: string | null;
  /** Units in metrics, and whole metrics, that stand still. */
  standstill: { units: number; metrics: number };
  streak: UnitStreak | null;
}

export interface PulseMetricRow {
  kind: 'metric';
  metric: string;
  results: number;
  lastResultAt: string | null;
  lastRecordAt: string | null;
  plans: OnPlan;
  fulfilment: string | null;
  /** The newest progress of any unit: its date and result. */
  advanced: { on: string; unit: string; result: string } | null;
  /** Days without progress, where they are more than the metric allows. */
  standstill: number | null;
}

export interface PulseSectorRow {
  kind: 'sector';
  sector: string;
  units: OnPlan;
  plans: OnPlan;
  fulfilment: string | null;
  /** Below what is due. */
  behind: boolean;
  /** Who helped it in this period. */
  help: SectorHelp[];
}

export interface PulseUnitRow {
  kind: 'unit';
  unit: string;
  /** `none`: it has no plan in any metric. */
  state: PlanState | 'none';
  plans: OnPlan;
  fulfilment: string | null;
  /** Metrics in which it is behind or silent. */
  behind: string[];
  streak: Omit<UnitStreak, 'unit'> | null;
}

export interface StandstillRow {
  kind: 'standstill';
  metric: string;
  unit: string;
  /** Date, score and result of its last progress. */
  since: string;
  score: string;
  result: string;
  days: number;
  allowed: number;
  comparable: ComparableUnit | null;
}

/**
 * Topic `pulse`: `board`, `metric:<id>`, `sector:<id>`, `unit:<id>`, `standard:<metric>`,
 * `standstill:<metric>|<unit>` (the 100 longest).
 */
export type PulseRow =
  | PulseBoardRow
  | PulseMetricRow
  | PulseSectorRow
  | PulseUnitRow
  | StandardRow
  | StandstillRow;

/** One plan of a unit, with what it comes from. */
export interface UnitPlan {
  metric: string;
  plan: {
    from: 'standard' | 'drive';
    drive?: string;
    task?: string;
    fromDate: string;
    toDate: string;
    target: string;
    workdays: number;
    done: number;
  } | null;
  state: PlanState | null;
  score: string | null;
  expected: string | null;
  fulfilment: string | null;
  result: string | null;
  streak: Streak | null;
  advanced: { on: string; score: string; result: string } | null;
}
