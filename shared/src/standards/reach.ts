import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { periodAt, type Period } from '../calendar/period.ts';
import { periodScores } from '../rankings/period-scores.ts';
import type { Score } from '../rankings/tally.ts';
import { indexOfSeq, isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import { runScore } from '../results/running-score.ts';
import type { Standard, StandardLevel } from './book.ts';
import { levelOf, meets } from './standard.ts';

/** A sum of which less is better is reached when the period is over, not with its first result. */
export function countsAtEnd({ metric }: MetricState): boolean {
  return metric.aggregate === 'sum' && metric.direction === 'lower';
}

/** Whether one result can show a level: only where the score is the value of one result. */
export function isShownByOne({ metric }: MetricState): boolean {
  return metric.aggregate === 'best' || metric.aggregate === 'latest';
}

/** The result with which a unit's score of a period first met the level. */
function crossing(
  metric: MetricState,
  unit: number,
  period: Period,
  level: StandardLevel,
): number | undefined {
  const isEnough = (score: Score) => !countsAtEnd(metric) && meets(metric, score, level.value);
  const { aggregate } = metric.metric;
  return runScore(metric, unit, period, { aggregate, isEnough })?.index;
}

/** The result that proved the level, where it still shows it and is (also) this unit's. */
function proof(metric: MetricState, unit: number, level: StandardLevel): number | undefined {
  if (level.result === undefined || !isShownByOne(metric)) return undefined;
  const index = indexOfSeq(metric.results, level.result);
  if (index < 0 || isAnnulled(metric.results, index)) return undefined;
  const shows = meets(metric, metric.results.value[index] ?? 0, level.value);
  return shows && unitsOf(metric, index).includes(unit) ? index : undefined;
}

/**
 * The result (by index) with which a unit reached the standard that holds: its score of one period
 * of the board, from the one in which the standard was set, is at least the level.
 */
export function reachedWith(
  state: BoardState,
  metric: MetricState,
  unit: number,
  standard: Standard,
  today: number,
): number | undefined {
  const level = levelOf(standard);
  const { period: name } = state.books.calendar;
  const { from } = periodAt(name, level.day);
  const proved = proof(metric, unit, level);
  if (proved !== undefined) return proved;
  let first = Infinity;
  for (const [start, tally] of periodScores(metric, name, unit)) {
    if (start < from || start > first || !meets(metric, tally.score, level.value)) continue;
    if (countsAtEnd(metric) && periodAt(name, start).to >= today) continue;
    first = start;
  }
  if (first === Infinity) return undefined;
  return crossing(metric, unit, periodAt(name, first), level);
}
