import type { Entry, FactOf, FactType } from '../ledger/entry.ts';
import type { HappeningBody } from './happening.ts';
import type { ResultOutcome, Revision, Touched } from './outcome.ts';
import type { BoardState } from './state.ts';

/** What applying a fact did, before its happenings get their positions. */
export interface Effect extends Touched {
  happenings: HappeningBody[];
  outcome?: ResultOutcome;
  revision?: Revision;
  unfit?: string;
}

/** How the facts of a family are applied, by their type. */
export type Appliers<T extends FactType> = {
  readonly [K in T]: (state: BoardState, fact: FactOf<K>, entry: Entry) => Effect;
};
