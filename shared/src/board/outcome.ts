import type { ResultState } from '../vocabulary/result.ts';
import type { Area } from '../views/view.ts';
import type { Happening, LostRecord, PreviousMark, Scope } from './happening.ts';

/** A record line that a posted result entered. */
export interface RecordClaim {
  scope: Scope;
  kind: 'broken' | 'equalled';
  breakthrough: boolean;
  /** It holds the record now; false where a backdated result held it only in its time. */
  standing: boolean;
  /** Sector or unit whose record it is; absent in the board's scope. */
  sector?: string;
  unit?: string;
  previous?: PreviousMark;
}

/** Place in the all-time ranking before and after; `null` where the unit had none. */
export interface PlaceChange {
  metric: string;
  unit: string;
  before: number | null;
  after: number | null;
}

/** `unit` passed `overtaken`, or was passed by `overtakenBy`. */
export interface OvertakeClaim {
  metric: string;
  unit: string;
  overtaken: string[];
  overtakenBy: string[];
}

/** What a posted result did. */
export interface ResultOutcome {
  state: ResultState;
  records: RecordClaim[];
  ranking: PlaceChange[];
  overtakes: OvertakeClaim[];
}

/** What a change did to one line of records: marks that left it, and marks that came into it. */
export interface RecordLineChange {
  scope: Scope;
  /** Sector or unit whose line it is; '' for the board's. */
  key: string;
  gone: PreviousMark[];
  back: PreviousMark[];
}

/** What a verification, annulment or correction did to what stood before. */
export interface Revision {
  /** Standing records the result held and holds no more. */
  lost: LostRecord[];
  /** Standing records it holds now and did not before. */
  gained: { scope: Scope; key: string }[];
  /** Every line in which a mark came or went, standing or not. */
  records: RecordLineChange[];
  /** Places in the all-time ranking: the result's units, then everyone else whose place moved. */
  ranking: PlaceChange[];
}

/** What an entry touched, in few words: `changeOf` makes of many what views ask for. */
export interface Touched {
  /** Board, sectors, units or metrics themselves. */
  vocabulary?: boolean;
  metric?: string;
  /** More of them, where one entry touches many. */
  metrics?: readonly string[];
  units?: readonly string[];
  recordsMoved?: boolean;
  areas?: readonly Area[];
}

/** What applying one entry did. */
export interface Applied {
  /** Position of the entry. */
  seq: number;
  happenings: Happening[];
  touched: Touched;
  outcome?: ResultOutcome;
  revision?: Revision;
  /** The fact did not fit the board any more (two at once): it stands in the ledger, unapplied. */
  unfit?: string;
}
