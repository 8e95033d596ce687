import type { Entry } from '../ledger/entry.ts';
import { reactToResults } from '../experiences/sustained.ts';
import { followStandards } from '../standards/follow.ts';
import type { Effect } from './effect.ts';
import type { BoardState } from './state.ts';

/**
 * What follows in one family from a fact of another, as when a result proves that what a unit
 * learned lasts. It runs after the fact was applied, in this order; its happenings come last.
 */
type Reaction = (state: BoardState, effect: Effect, entry: Entry) => Partial<Effect>;

const reactions: readonly Reaction[] = [followStandards, reactToResults];

/** The effect of a fact together with what followed from it. */
export function followUp(state: BoardState, effect: Effect, entry: Entry): Effect {
  if (effect.unfit !== undefined) return effect;
  let whole = effect;
  for (const react of reactions) {
    const { happenings = [], units = [], areas = [] } = react(state, whole, entry);
    if (happenings.length + units.length + areas.length > 0)
      whole = {
        ...whole,
        happenings: [...whole.happenings, ...happenings],
        units: [...(whole.units ?? []), ...units],
        areas: [...(whole.areas ?? []), ...areas],
      };
  }
  return whole;
}
