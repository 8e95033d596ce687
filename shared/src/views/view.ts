import type { Row } from '../protocol/live.ts';

/** Parts of a board beside its vocabulary, metrics and records; each has its book in the state. */
export type Area =
  | 'drives'
  | 'experiences'
  | 'standards'
  | 'honours'
  | 'calendar'
  | 'verification'
  | 'cooperation'
  | 'displays'
  | 'cheers'
  | 'members';

/** What one entry changed, in the terms that views ask for. */
export interface Change {
  /** Board, sectors, units or metrics themselves. */
  vocabulary: boolean;
  metrics: ReadonlySet<string>;
  units: ReadonlySet<string>;
  /** Metrics in which a record line moved. */
  records: ReadonlySet<string>;
  areas: ReadonlySet<Area>;
  happenings: number;
}

/**
 * A live view: a pure function from the board to keyed rows.
 * `rows(now)` answers with rows that are never changed afterwards; a row that did not change is
 * the same object as before, so that a difference costs one comparison a row.
 */
export interface View {
  readonly topic: string;
  touchedBy(change: Change): boolean;
  /** `now`: ms since the epoch; only views of the current period look at it. */
  rows(now: number): ReadonlyMap<string, Row>;
}
