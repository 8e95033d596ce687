import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { achievedBefore } from '../results/columns.ts';
import { countPlaces, type PlaceCounts, type TieBreakScope } from './countback.ts';
import type { Tally } from './tally.ts';

export type TieBreak = { kind: 'countback'; metric: string } | { kind: 'earliest' };

/** Reads `countback:<metric>,earliest`; `undefined` when it says anything else. */
export function parseTieBreaks(text: string): TieBreak[] | undefined {
  const breaks: TieBreak[] = [];
  for (const word of text.split(',').map((part) => part.trim())) {
    const metric = /^countback:(\S+)$/.exec(word)?.[1];
    if (metric !== undefined) breaks.push({ kind: 'countback', metric });
    else if (word === 'earliest') breaks.push({ kind: 'earliest' });
    else return undefined;
  }
  return breaks;
}

interface PartyOnly {
  party: number;
}

interface Standing extends PartyOnly {
  tally: Tally;
}

type Comparison = (a: Standing, b: Standing) => number;

/** More 1st places, then more 2nd, … */
export function compareCounts(counts: PlaceCounts): (a: PartyOnly, b: PartyOnly) => number {
  return (a, b) => {
    const [ofA, ofB] = [counts.get(a.party), counts.get(b.party)];
    const places = [...new Set([...(ofA?.keys() ?? []), ...(ofB?.keys() ?? [])])];
    for (const place of places.sort((x, y) => x - y)) {
      const difference = (ofB?.get(place) ?? 0) - (ofA?.get(place) ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Whoever reached the score at an earlier time; the same moment stays a tie. */
function compareReached({ results }: MetricState): Comparison {
  return (a, b) => {
    const [of, other] = [a.tally.reached, b.tally.reached];
    if (results.at[of] === results.at[other]) return 0;
    return achievedBefore(results, of, other) ? -1 : 1;
  };
}

/** Orders equal scores by the declared tie-breaks, one after the other; 0 is a shared place. */
export function compareByTieBreaks(
  state: BoardState,
  metric: MetricState,
  scope: TieBreakScope,
  tieBreaks: readonly TieBreak[],
): Comparison {
  const comparisons = tieBreaks.map((tieBreak): Comparison => {
    if (tieBreak.kind === 'earliest') return compareReached(metric);
    const other = state.metrics.get(tieBreak.metric);
    return other ? compareCounts(countPlaces(other, scope)) : () => 0;
  });
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
