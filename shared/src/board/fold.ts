import type { Entry, Fact } from '../ledger/entry.ts';
import { addToFeed } from '../feed/feed.ts';
import type { Change } from '../views/view.ts';
import { appliers } from './appliers.ts';
import type { Effect } from './effect.ts';
import type { Happening, HappeningBody } from './happening.ts';
import { noChange, type Applied } from './outcome.ts';
import { followUp } from './reactions.ts';
import type { BoardState } from './state.ts';

function applyFact(state: BoardState, entry: Entry): Effect {
  const { fact } = entry;
  // Each applier takes the facts of its own type, which is the one it is found by.
  const apply = appliers[fact.type] as (state: BoardState, fact: Fact, entry: Entry) => Effect;
  return apply(state, fact, entry);
}

function positionHappenings(entry: Entry, bodies: readonly HappeningBody[]): Happening[] {
  const { board, epoch, seq, at } = entry;
  return bodies.map((body, index) => ({ board, epoch, seq, n: index + 1, at, ...body }));
}

function describeChange(effect: Effect): Change {
  const { vocabulary = false, metric, units = [], recordsMoved = false, happenings } = effect;
  const { areas = [] } = effect;
  const isQuiet = metric === undefined && happenings.length === 0 && areas.length === 0;
  if (!vocabulary && isQuiet) return noChange;
  const metrics = new Set(metric === undefined ? [] : [metric]);
  return {
    vocabulary,
    metrics,
    units: new Set(units),
    records: recordsMoved ? metrics : noChange.records,
    areas: areas.length === 0 ? noChange.areas : new Set(areas),
    happenings: happenings.length,
  };
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
  return {
    happenings,
    change: describeChange(effect),
    ...(effect.outcome ? { outcome: effect.outcome } : {}),
    ...(effect.revision ? { revision: effect.revision } : {}),
    ...(effect.unfit === undefined ? {} : { unfit: effect.unfit }),
  };
}
