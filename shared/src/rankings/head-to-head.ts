import { signOf, type MetricState } from '../board/metric-state.ts';
import { type BoardState } from '../board/state.ts';
import { dateOfDay } from '../calendar/date.ts';
import { periodAt } from '../calendar/period.ts';
import type { PulsePeriod } from '../vocabulary/calendar.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { periodScores } from './period-scores.ts';
import { compareScores } from './table.ts';
import type { Tally } from './tally.ts';

export interface HeadToHeadQuery {
  metric: string;
  units: readonly string[];
  period: PulsePeriod;
  /** Periods at most, the latest ones. */
  last: number;
}

/** What each of the units reached in one period; `null` where it has nothing. */
export interface PeriodMeeting {
  from: string;
  to: string;
  scores: (string | null)[];
  results: number[];
  /** Who was best of those that have a score; nobody where only one has. */
  winners: string[];
}

export interface HeadToHead {
  /** Latest first; only periods in which any of them has a result. */
  periods: PeriodMeeting[];
  /** Periods won by each unit, a shared one counting for each who shares it. */
  wins: number[];
  /** Periods in which at least two of them met. */
  met: number;
}

function meetingOf(
  metric: MetricState,
  query: HeadToHeadQuery,
  start: number,
  tallies: readonly (Tally | undefined)[],
): PeriodMeeting {
  const sign = signOf(metric.metric);
  const { to } = periodAt(query.period, start);
  const known = tallies.flatMap((tally) => (tally?.score === undefined ? [] : [tally.score]));
  const [best] = known.toSorted((a, b) => compareScores(a, b, sign));
  const won = (tally: Tally | undefined) =>
    known.length > 1 &&
    tally?.score !== undefined &&
    compareScores(tally.score, best ?? 0, sign) === 0;
  return {
    from: dateOfDay(start),
    to: dateOfDay(to),
    scores: tallies.map((tally) =>
      tally?.score === undefined ? null : formatMinor(tally.score, metric.metric.decimals),
    ),
    results: tallies.map((tally) => tally?.results ?? 0),
    winners: query.units.filter((_, at) => won(tallies[at])),
  };
}

/** How units did against each other, week by week or month by month, each period on its own. */
export function headToHead(state: BoardState, query: HeadToHeadQuery): HeadToHead {
  const metric = state.metrics.get(query.metric);
  if (!metric) return { periods: [], wins: query.units.map(() => 0), met: 0 };
  const ofUnits = query.units.map((unit) =>
    periodScores(metric, query.period, state.unitIndex.indexes.get(unit) ?? -1),
  );
  const starts = [...new Set(ofUnits.flatMap((scores) => [...scores.keys()]))];
  const all = starts
    .sort((a, b) => b - a)
    .slice(0, query.last)
    .map((start) =>
      meetingOf(
        metric,
        query,
        start,
        ofUnits.map((scores) => scores.get(start)),
      ),
    );
  return {
    periods: all,
    wins: query.units.map((unit) => all.filter(({ winners }) => winners.includes(unit)).length),
    met: all.filter(({ winners }) => winners.length > 0).length,
  };
}
