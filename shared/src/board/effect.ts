import type { Entry, FactOf, FactType } from '../ledger/entry.ts';
import type { Area } from '../views/view.ts';
import type { HappeningBody } from './happening.ts';
import type { ResultOutcome, Revision } from './outcome.ts';
import type { BoardState } from './state.ts';

/** What applying a fact did, before its happenings get their positions. */
export interface Effect {
  happenings: HappeningBody[];
  vocabulary?: boolean;
  metric?: string;
  units?: string[];
  recordsMoved?: boolean;
  areas?: readonly Area[];
  outcome?: ResultOutcome;
  revision?: Revision;
  unfit?: string;
}

/** How the facts of a family are applied, by their type. */
export type Appliers<T extends FactType> = {
  readonly [K in T]: (state: BoardState, fact: FactOf<K>, entry: Entry) => Effect;
};
