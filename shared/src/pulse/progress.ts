import { signOf, type MetricState } from '../board/metric-state.ts';
import { periodAt, type Period } from '../calendar/period.ts';
import { periodScores } from '../rankings/period-scores.ts';
import { compareScores } from '../rankings/table.ts';
import type { Score } from '../rankings/tally.ts';
import { standingMark } from '../records/line.ts';
import { lineAt, rulesOf } from '../records/scopes.ts';
import { runScore } from '../results/running-score.ts';
import { countsAtEnd } from '../standards/reach.ts';
import type { Moment } from './moment.ts';

/** The last time a unit became better in a metric. */
export interface Advance {
  day: number;
  /** The result that showed it, by index. */
  index: number;
  /** The score it came to. */
  score: Score;
}

/** A unit's score of a period that has results. */
export interface PeriodScore {
  period: Period;
  score: Score;
  index: number;
}

/** The scores of a unit, period by period, oldest first. */
export function scoresOf(metric: MetricState, unit: number, moment: Moment): PeriodScore[] {
  const { period: name } = moment.calendar;
  return [...periodScores(metric, name, unit)]
    .flatMap(([start, { score, reached }]) =>
      score === undefined ? [] : [{ period: periodAt(name, start), score, index: reached }],
    )
    .filter(({ period }) => !countsAtEnd(metric) || period.to < moment.today)
    .sort((a, b) => a.period.from - b.period.from);
}

/** Of `best`: its standing best mark. */
function lastBest(metric: MetricState, unit: number): Advance | undefined {
  const key = { scope: 'unit', of: unit } as const;
  const index = standingMark(lineAt(metric, key), rulesOf(metric, 'unit'));
  if (index === undefined) return undefined;
  const { day, value } = metric.results;
  return { day: day[index] ?? 0, index, score: value[index] ?? 0 };
}

/** The newest period that came out better than the one with results before it. */
function lastBetterPeriod(
  metric: MetricState,
  unit: number,
  scores: readonly PeriodScore[],
): Advance | undefined {
  const sign = signOf(metric.metric);
  for (let at = scores.length - 1; at >= 0; at--) {
    const [one, before] = [scores[at], scores[at - 1]];
    if (!one) break;
    const isBetter = (score: Score) => !before || compareScores(score, before.score, sign) < 0;
    if (!isBetter(one.score)) continue;
    const { aggregate } = metric.metric;
    const isEnough = countsAtEnd(metric) ? {} : { isEnough: isBetter };
    const run = runScore(metric, unit, one.period, { aggregate, ...isEnough });
    if (!run) continue;
    const day = countsAtEnd(metric) ? one.period.to : (metric.results.day[run.index] ?? 0);
    return { day, index: run.index, score: one.score };
  }
  return undefined;
}

/**
 * Progress is a new best of the unit (`best`), or a period that comes out better than the one with
 * results before it (`sum`, `mean`, `latest`), from the result that made it better.
 */
export function advanceOf(metric: MetricState, unit: number, moment: Moment): Advance | undefined {
  if (metric.metric.aggregate === 'best') return lastBest(metric, unit);
  return lastBetterPeriod(metric, unit, scoresOf(metric, unit, moment));
}
