import type { Entry, Fact } from '../ledger/entry.ts';
import { countVersion, isOvertaken, withoutReplaced } from '../editing/versions.ts';
import { addToFeed } from '../feed/feed.ts';
import { appliers } from './appliers.ts';
import type { Effect } from './effect.ts';
import type { Happening, HappeningBody } from './happening.ts';
import type { Applied, Touched } from './outcome.ts';
import { followUp } from './reactions.ts';
import type { BoardState } from './state.ts';

function applyFact(state: BoardState, entry: Entry): Effect {
  const { versions } = state.books;
  if (isOvertaken(versions, entry.fact)) return { happenings: [], unfit: 'changed-meanwhile' };
  const fact = withoutReplaced(entry.fact);
  // Each applier takes the facts of its own type, which is the one it is found by.
  const apply = appliers[fact.type] as (state: BoardState, fact: Fact, entry: Entry) => Effect;
  const effect = apply(state, fact, entry);
  if (effect.unfit === undefined) countVersion(versions, fact);
  return effect;
}

function positionHappenings(entry: Entry, bodies: readonly HappeningBody[]): Happening[] {
  const { board, epoch, seq, at } = entry;
  return bodies.map((body, index) => ({ board, epoch, seq, n: index + 1, at, ...body }));
}

function touchedBy({ vocabulary, metric, units, recordsMoved, areas }: Effect): Touched {
  const touched: Touched = {};
  if (vocabulary) touched.vocabulary = vocabulary;
  if (metric !== undefined) touched.metric = metric;
  if (units) touched.units = units;
  if (recordsMoved) touched.recordsMoved = recordsMoved;
  if (areas) touched.areas = areas;
  return touched;
}

function enterEpoch(state: BoardState, { epoch, seq }: Entry): void {
  state.epoch = epoch;
  if (state.epochs.at(-1)?.epoch !== epoch) state.epochs.push({ epoch, from: seq });
}

/**
 * Applies the next entry to a board, in place, and says what it did. Nothing but the entry and the
 * state decides: every node that applies the same entries holds the same board.
 * A fact that does not fit (two stewards at once) changes nothing but the position.
 * @throws RangeError when `entry` is not the next in sequence
 */
export function applyEntry(state: BoardState, entry: Entry): Applied {
  if (entry.seq !== state.seq + 1)
    throw new RangeError(`entry ${entry.seq} does not follow position ${state.seq}`);
  state.seq = entry.seq;
  enterEpoch(state, entry);
  const effect = followUp(state, applyFact(state, entry), entry);
  const happenings = positionHappenings(entry, effect.happenings);
  if (happenings.length > 0) addToFeed(state.feed, happenings);
  const applied: Applied = { seq: entry.seq, happenings, touched: touchedBy(effect) };
  if (effect.outcome) applied.outcome = effect.outcome;
  if (effect.revision) applied.revision = effect.revision;
  if (effect.unfit !== undefined) applied.unfit = effect.unfit;
  return applied;
}
