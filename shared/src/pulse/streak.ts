import { signOf, type MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { periodAt } from '../calendar/period.ts';
import { countWorkdays, isWorkday } from '../calendar/workdays.ts';
import { periodScores } from '../rankings/period-scores.ts';
import type { Score } from '../rankings/tally.ts';
import { runScore } from '../results/running-score.ts';
import { resultsOfUnit } from '../results/unit-results.ts';
import type { Standard, StandardLevel } from '../standards/book.ts';
import { countsAtEnd } from '../standards/reach.ts';
import { levelOn, meets } from '../standards/standard.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import type { Calendar } from '../vocabulary/calendar.ts';
import type { Moment } from './moment.ts';

/** How long a unit has worked to the standard of a metric without a break. */
export interface Streak {
  workdays: number;
  periods: number;
}

/** Nobody looks further back. */
const maxWorkdays = 400;
const maxPeriods = 120;

/** Whether the score of one day is enough: a sum's share of its period, else the level itself. */
function isDayEnough(
  metric: MetricState,
  score: Score,
  { day, level, calendar }: { day: number; level: string; calendar: Calendar },
): boolean {
  if (metric.metric.aggregate !== 'sum') return meets(metric, score, level);
  const whole = toMinor(level, metric.metric.decimals);
  if (whole === undefined) return false;
  const workdays = countWorkdays(calendar, periodAt(calendar.period, day));
  const difference = BigInt(score) * BigInt(workdays) - BigInt(whole);
  return signOf(metric.metric) > 0 ? difference >= 0n : difference <= 0n;
}

/** A day is judged by the level it began with. */
function levelAtStart(standard: Standard, day: number): StandardLevel | undefined {
  return levelOn(standard, day - 1) ?? levelOn(standard, day);
}

/** Workdays in a row, back from today, on which the day's results met the standard of that day. */
function countDays(metric: MetricState, unit: number, standard: Standard, moment: Moment): number {
  const { calendar, today } = moment;
  const { aggregate } = metric.metric;
  let count = 0;
  for (let day = today; count < maxWorkdays; day--) {
    const level = levelAtStart(standard, day);
    if (!level) break;
    if (!isWorkday(calendar, day)) continue;
    const score = runScore(metric, unit, { from: day, to: day }, { aggregate })?.tally.score;
    const asked = { day, level: level.value, calendar };
    const met = score !== undefined && isDayEnough(metric, score, asked);
    if (met) count++;
    // Today is not over: it may add to the row and does not end it.
    else if (day !== today) break;
  }
  return count;
}

/** Periods in a row, back from the current one, whose score met the standard at their end. */
function countPeriods(
  metric: MetricState,
  unit: number,
  standard: Standard,
  moment: Moment,
): number {
  const { calendar, today } = moment;
  const scores = periodScores(metric, calendar.period, unit);
  let count = 0;
  for (let day = today; count < maxPeriods;) {
    const period = periodAt(calendar.period, day);
    const isCurrent = period.to >= today;
    const level = levelOn(standard, Math.min(period.to, today));
    if (!level) break;
    day = period.from - 1;
    if (countWorkdays(calendar, period) === 0) continue;
    const met = meets(metric, scores.get(period.from)?.score, level.value);
    if (met && !(isCurrent && countsAtEnd(metric))) count++;
    else if (!isCurrent) break;
  }
  return count;
}

/** The streak of a unit (by index); undefined where no standard was set. */
export function streakOf(
  state: BoardState,
  metric: MetricState,
  unit: number,
  moment: Moment,
): Streak | undefined {
  const standard = state.books.standards.get(metric.metric.id);
  if (!standard || resultsOfUnit(metric, unit).length === 0) return undefined;
  return {
    workdays: countDays(metric, unit, standard, moment),
    periods: countPeriods(metric, unit, standard, moment),
  };
}
