import type { Scope } from '../board/happening.ts';
import type { HonourRow } from '../honours/row.ts';
import type { InvitationRow, PartnerRow } from '../cooperation/row.ts';
import type { OfferRow } from '../experiences/row.ts';
import type { DriveSummary } from '../drives/row.ts';
import type { Sector, Unit } from '../vocabulary/board.ts';
import type { Look } from '../vocabulary/look.ts';
import type { Metric } from '../vocabulary/metric.ts';
import type { ResultState } from '../vocabulary/result.ts';
import type { Evidence } from '../vocabulary/verification.ts';

/** Topics `ranking:<metric>` (+ `:month`, `:week`), keyed by unit; sort by `place`, then `unit`. */
export interface RankingRow {
  place: number;
  unit?: string;
  sector?: string;
  /** Decimal string at the metric's decimals. */
  score: string;
  /** Valid results that count in it. */
  results: number;
  /** When the score was reached: a date or a UTC time. */
  reachedAt: string;
}

/** Topic `records`, keyed `<metric>|<scope>|<sector or unit, or empty>`; board and sector scope. */
export interface RecordRow {
  metric: string;
  scope: Scope;
  sector?: string;
  unit?: string;
  value: string;
  /** The record it broke; absent at the first mark of a line. */
  before?: string;
  achievedAt: string;
  holders: string[];
  result: string;
  state: ResultState;
  breakthrough: boolean;
  /** How many results have equalled it since, and by whom (up to 20). */
  equalled: number;
  equalledBy: string[];
}

/**
 * Topic `records:today`, keyed by result: a record of the board or a sector that another mark held
 * before and that came in today, in the board's zone; `stands` until it is beaten itself.
 */
export interface DayRecordRow {
  result: string;
  metric: string;
  scope: Scope;
  sector: string;
  value: string;
  holders: string[];
  achievedAt: string;
  receivedAt: string;
  state: ResultState;
  breakthrough: boolean;
  stands: boolean;
  previous: { value: string; holders: string[] };
}

/** One mark in a line of records, oldest first. */
export interface ProgressionMark {
  value: string;
  achievedAt: string;
  kind: 'new' | 'equalled';
  holders: string[];
  sector: string;
  result: string;
  state: ResultState;
}

/** A result as it is now recognised; `announced` where it was corrected. */
export interface ResultRow {
  id: string;
  seq: number;
  unit: string;
  metric: string;
  sector: string;
  value: string;
  achievedAt: string;
  receivedAt: string;
  state: ResultState;
  note?: string;
  /** Ids of the photographs that went along. */
  pictures?: string[];
  reason?: string;
  partners: { unit: string; role: string; share: string }[];
  announced?: { value: string; achievedAt: string };
  /** Annulled because it was not recognised. */
  rejected?: true;
  /** From when it is ratified, as things stand; it may lie ahead. */
  ratifiesAt?: string;
  attestedBy?: string[];
  openObjections?: number;
  evidence?: Evidence[];
  /** Units that were named as partners and had no part in it. */
  declined?: { unit: string; role: string; share: string; at: string; reason?: string }[];
}

/** Topic `board`: `board`, `sector:<id>`, `unit:<id>`, `metric:<id>`, `drive:<id>`. */
export type BoardRow =
  | {
      kind: 'board';
      id: string;
      name: string;
      timeZone: string;
      visibility: string;
      demo: boolean;
      /** Absent while the board has no look of its own. */
      look?: Look;
    }
  | ({ kind: 'sector' } & Sector)
  | ({ kind: 'unit' } & Unit)
  | ({ kind: 'metric' } & Metric)
  | ({ kind: 'drive' } & DriveSummary);

/**
 * Topic `unit:<id>`: `place:<metric>` rows, `best:<metric>` rows, `honour:<id>`, `result:<id>`
 * (newest 50), `with:<unit>` for everyone it worked with, `invitation:<result>` where it is named
 * (newest 50), `offer:<experience>`.
 */
export type UnitRow =
  | ({ kind: 'place'; metric: string; of: number } & RankingRow)
  | ({ kind: 'best' } & RecordRow)
  | HonourRow
  | ({ kind: 'result' } & ResultRow)
  | PartnerRow
  | InvitationRow
  | ({ kind: 'offer' } & OfferRow);
