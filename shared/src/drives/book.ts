import type { DriveBody, DriveState, DriveTask } from '../vocabulary/drive.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import type { DriveRow, DriveStandings } from './row.ts';

/** A task as it stands in the book: under which aggregate was settled when it was written. */
export type BookedTask = DriveTask & { aggregate: Aggregate };
export type BookedBody = Omit<DriveBody, 'tasks'> & { tasks: BookedTask[] };

export interface Drive {
  id: string;
  /** Position of the entry that wrote it first. */
  created: number;
  /** How often it was written: whoever changes it can say which text was in front of them. */
  version: number;
  body: BookedBody;
  state: DriveState;
  /** How it came to its state, `draft` first. */
  history: { to: DriveState; at: string; seq: number }[];
  /** By unit: the pledged value of each task it pledged in. */
  pledges: Map<string, Record<string, string>>;
  /** Its results are hidden from the public: since it was frozen, until all is revealed. */
  veiled: boolean;
  /** Rows revealed so far, from the bottom place up. */
  revealed: number;
  /** Those rows, where the rest is hidden: in the public sight alone. */
  shown?: DriveRow[];
  /** Who reveals them, and since when (ms) the stage has been kept without a step. */
  stage?: { presenter: string; name: string; at: number };
  /** The ranking as it was when it was finalised: nothing changes it any more. */
  final?: DriveStandings;
}

export type DriveBook = Map<string, Drive>;

/** The position at which a drive came to a state the last time. */
export function movedAt({ history }: Drive, to: DriveState): number | undefined {
  return history.findLast((move) => move.to === to)?.seq;
}
