import { signOf, type MetricState } from '../board/metric-state.ts';
import type { Period } from '../calendar/period.ts';
import { addToTally, createTally, type Score, type Tally } from '../rankings/tally.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import { partiesOf } from './parties.ts';
import { firstFrom, resultsOfUnit } from './unit-results.ts';

/**
 * Adds up a unit's results of a span in the order of achievement, until `isEnough` of the score so
 * far; answers with the tally and the result it stopped at (or the last).
 */
export function runScore(
  metric: MetricState,
  unit: number,
  span: Period,
  how: { aggregate: Aggregate; isEnough?: (score: Score) => boolean },
): { tally: Tally; index: number } | undefined {
  const { aggregate, isEnough } = how;
  const rules = { columns: metric.results, aggregate, sign: signOf(metric.metric) };
  const list = resultsOfUnit(metric, unit);
  const tally = createTally();
  let last: number | undefined;
  for (let at = firstFrom(metric, list, span.from); at < list.length; at++) {
    const index = list[at] ?? 0;
    if ((metric.results.day[index] ?? 0) > span.to) break;
    for (const party of partiesOf(metric, index, aggregate))
      if (party.unit === unit) addToTally(tally, rules, index, party.part);
    last = index;
    if (tally.score !== undefined && isEnough?.(tally.score)) break;
  }
  return last === undefined ? undefined : { tally, index: last };
}
