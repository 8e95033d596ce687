import type { Appliers, Effect } from '../board/effect.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { drivesUnderWay } from '../drives/queries.ts';
import type { Entry, FactOf } from '../ledger/entry.ts';
import { resultIdAt } from '../results/result-id.ts';
import type { Standard, StandardLevel } from './book.ts';
import { activeUnits } from './active-units.ts';
import { formatLevel, reachQuietly } from './follow.ts';
import { levelOf } from './standard.ts';

type StandardFact = FactOf<'standard.raised'> | FactOf<'standard.lowered'>;

function levelIn(state: BoardState, fact: StandardFact, entry: Entry): StandardLevel {
  return {
    value: fact.value,
    at: entry.at,
    day: state.zone.dayAt(Date.parse(entry.at)),
    seq: entry.seq,
    isLowered: fact.type === 'standard.lowered',
    ...(fact.result === undefined ? {} : { result: fact.result }),
    ...(fact.reason === undefined ? {} : { reason: fact.reason }),
  };
}

/** A standard is set: raised, or lowered with a reason. */
function applyStandard(state: BoardState, fact: StandardFact, entry: Entry): Effect {
  const metric = state.metrics.get(fact.metric);
  if (!metric) return { happenings: [], unfit: 'unknown-id' };
  if (drivesUnderWay(state, fact.metric).length > 0)
    return { happenings: [], unfit: 'standard-fixed' };
  const before = state.books.standards.get(fact.metric);
  const standard: Standard = {
    metric: fact.metric,
    levels: [...(before?.levels ?? []), levelIn(state, fact, entry)],
    reached: new Map(),
    told: [],
  };
  state.books.standards.set(fact.metric, standard);
  reachQuietly(state, standard, entry);
  const { day } = levelOf(standard);
  return {
    happenings: [
      {
        kind: fact.type === 'standard.raised' ? 'standard-raised' : 'standard-lowered',
        metric: fact.metric,
        value: formatLevel(metric, fact.value),
        previous: before ? formatLevel(metric, levelOf(before).value) : null,
        result: fact.result === undefined ? null : resultIdAt(state, fact.result),
        reason: fact.reason ?? null,
        reachedBy: [...standard.reached.keys()].map((unit) => idAt(state.unitIndex, unit)),
        of: activeUnits(state, metric, day).length,
      },
    ],
    areas: ['standards'],
  };
}

export const standardAppliers: Appliers<'standard.raised' | 'standard.lowered'> = {
  'standard.raised': applyStandard,
  'standard.lowered': applyStandard,
};
