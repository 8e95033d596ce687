import { signOf, type MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import type { Score } from '../rankings/tally.ts';
import type { Standard, StandardLevel } from './book.ts';

/** The level that holds. */
export function levelOf({ levels }: Standard): StandardLevel {
  // A standard begins with a level and loses none.
  return levels[levels.length - 1] as StandardLevel;
}

/** The level that held on a day; `undefined` before the first. */
export function levelOn({ levels }: Standard, day: number): StandardLevel | undefined {
  return levels.findLast((level) => level.day <= day);
}

export function standardOf(state: BoardState, metric: string): Standard | undefined {
  return state.books.standards.get(metric);
}

/** Whether a score is at least as good as a level. */
export function meets(metric: MetricState, score: Score | undefined, level: string): boolean {
  const wanted = toMinor(level, metric.metric.decimals);
  if (score === undefined || wanted === undefined) return false;
  return signOf(metric.metric) > 0 ? score >= wanted : score <= wanted;
}
