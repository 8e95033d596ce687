import type { RecordLine } from '../records/line.ts';
import { RankingTable } from '../rankings/table.ts';
import { createColumns, type ResultColumns } from '../results/columns.ts';
import { TimeOrder } from '../results/time-order.ts';
import type { Metric } from '../vocabulary/metric.ts';
import type { PartnerRole } from '../vocabulary/result.ts';

/** The parties of a joint result: partners by index, and everybody's weight. */
export interface JointParties {
  ownWeight: number;
  partners: { unit: number; role: PartnerRole; weight: number }[];
}

/** What only few results have, by index. */
export interface ResultExtras {
  joint: Map<number, JointParties>;
  notes: Map<number, string>;
  /** Ids of the photographs that went along. */
  pictures: Map<number, readonly string[]>;
  /** Why it was annulled, corrected or verified. */
  reasons: Map<number, string>;
  /** As announced, where it was corrected: value in minor units. */
  announced: Map<number, { value: number; at: number; day: number; dateOnly: boolean }>;
}

/** The record lines of a metric; of sectors and units by index, with holes where none began. */
export interface RecordLines {
  board: RecordLine;
  sectors: (RecordLine | undefined)[];
  units: (RecordLine | undefined)[];
}

export function createLines(): RecordLines {
  return { board: { marks: [] }, sectors: [], units: [] };
}

/** Everything a board holds about one metric; no metric looks into another. */
export interface MetricState {
  metric: Metric;
  results: ResultColumns;
  extras: ResultExtras;
  lines: RecordLines;
  /** All-time ranking of the units under the metric's aggregate. */
  table: RankingTable;
  order: TimeOrder;
  /** Received at (ms) of the newest result and of the newest record, or 0. */
  lastResultAt: number;
  lastRecordAt: number;
  /** Results that are not annulled. */
  valid: number;
  /** Grows when something already counted changes: annulment, correction, rules. */
  revision: number;
  /** Grows when a record line moves. */
  recordMoves: number;
}

export function signOf(metric: Metric): 1 | -1 {
  return metric.direction === 'higher' ? 1 : -1;
}

export function createMetricState(metric: Metric): MetricState {
  return {
    metric,
    results: createColumns(),
    extras: {
      joint: new Map(),
      notes: new Map(),
      pictures: new Map(),
      reasons: new Map(),
      announced: new Map(),
    },
    lines: createLines(),
    table: new RankingTable(signOf(metric)),
    order: new TimeOrder(),
    lastResultAt: 0,
    lastRecordAt: 0,
    valid: 0,
    revision: 0,
    recordMoves: 0,
  };
}
