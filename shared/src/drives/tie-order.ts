import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import type { Period } from '../calendar/period.ts';
import { countPlaces, type PlaceCounts } from '../rankings/countback.ts';
import { compareCounts, parseTieBreaks } from '../rankings/tie-break.ts';

/** A result that reached a score. */
export interface Reached {
  metric: MetricState;
  index: number;
}

export interface TieEntry {
  /** Unit by index. */
  party: number;
  reached: Reached | undefined;
}

type Comparison = (a: TieEntry, b: TieEntry) => number;

/** The moment (ms) a score was reached; never, where nothing counts. */
function momentOf({ reached }: TieEntry): number {
  return reached ? (reached.metric.results.at[reached.index] ?? 0) : Infinity;
}

function compareMoments(a: TieEntry, b: TieEntry): number {
  const [one, two] = [momentOf(a), momentOf(b)];
  return one === two ? 0 : one - two;
}

/** Orders equal scores by the declared tie-breaks; counts places only when a tie asks for them. */
export function compareTies(
  state: BoardState,
  tieBreaks: readonly string[],
  span: Period,
): Comparison {
  const comparisons = tieBreaks
    .flatMap((text) => parseTieBreaks(text) ?? [])
    .map((tieBreak): Comparison => {
      if (tieBreak.kind === 'earliest') return compareMoments;
      const metric = state.metrics.get(tieBreak.metric);
      let counts: PlaceCounts | undefined;
      return (a, b) => {
        if (!metric) return 0;
        counts ??= countPlaces(metric, { span, by: 'unit' });
        return compareCounts(counts)(a, b);
      };
    });
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
