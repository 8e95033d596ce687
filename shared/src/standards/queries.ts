import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { periodAt } from '../calendar/period.ts';
import { periodScores } from '../rankings/period-scores.ts';
import { achievedBefore } from '../results/columns.ts';
import { resultIdAt } from '../results/result-id.ts';
import { achievedAtOf } from '../results/rows.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { Standard, StandardLevel } from './book.ts';
import { activeUnits } from './active-units.ts';
import { formatLevel } from './follow.ts';
import { proposalFor } from './proposal.ts';
import { countsAtEnd, reachedWith } from './reach.ts';
import type { Follower, StandardRow, StandardStep, StandardUnit } from './row.ts';
import { levelOf, meets, standardOf } from './standard.ts';

const maxMissing = 12;

/** A result of a metric as a link: its id. */
function idOfResult(state: BoardState, metric: MetricState, index: number): string {
  return resultIdAt(state, metric.results.seq[index] ?? 0);
}

function followerOf(
  state: BoardState,
  metric: MetricState,
  [unit, index]: readonly [number, number],
): Follower {
  return {
    unit: idAt(state.unitIndex, unit),
    result: idOfResult(state, metric, index),
    achievedAt: achievedAtOf(metric, index),
  };
}

/** Whether a unit's score of the current period reaches the level. */
function reachesNow(
  state: BoardState,
  metric: MetricState,
  unit: number,
  at: { level: StandardLevel; today: number },
): boolean {
  const { period } = state.books.calendar;
  const tally = periodScores(metric, period, unit).get(periodAt(period, at.today).from);
  return meets(metric, tally?.score, at.level.value) && !countsAtEnd(metric);
}

function stepOf(state: BoardState, metric: MetricState, level: StandardLevel): StandardStep {
  return {
    value: formatLevel(metric, level.value),
    setAt: level.at,
    lowered: level.isLowered,
    result: level.result === undefined ? null : resultIdAt(state, level.result),
    reason: level.reason ?? null,
  };
}

/** The standard of a metric and who reaches it on a day; `undefined` where none was set. */
export function standardRow(
  state: BoardState,
  metric: MetricState,
  today: number,
): StandardRow | undefined {
  const standard = standardOf(state, metric.metric.id);
  if (!standard) return undefined;
  const level = levelOf(standard);
  const active = activeUnits(state, metric, today);
  const reached: [number, number][] = [];
  const missing: number[] = [];
  for (const unit of active) {
    const index = reachedWith(state, metric, unit, standard, today);
    if (index === undefined) missing.push(unit);
    else reached.push([unit, index]);
  }
  const isFollower = ([, index]: [number, number]) => (metric.results.seq[index] ?? 0) > level.seq;
  const followers = reached.filter(isFollower);
  followers.sort(([, a], [, b]) => (achievedBefore(metric.results, a, b) ? -1 : 1));
  const [first, last] = [followers[0], missing.length === 0 ? followers.at(-1) : undefined];
  const before = standard.levels.at(-2);
  return {
    kind: 'standard',
    metric: metric.metric.id,
    previous: before ? formatLevel(metric, before.value) : null,
    ...stepOf(state, metric, level),
    of: active.length,
    reached: reached.length,
    now: active.filter((unit) => reachesNow(state, metric, unit, { level, today })).length,
    already: reached.filter((one) => !isFollower(one)).map(([unit]) => idAt(state.unitIndex, unit)),
    first: first ? followerOf(state, metric, first) : null,
    last: last ? followerOf(state, metric, last) : null,
    missing: missing.slice(0, maxMissing).map((unit) => idAt(state.unitIndex, unit)),
    proposal: proposalFor(state, metric, standard, { active, reached: reached.length, today }),
  };
}

function standardUnit(
  state: BoardState,
  metric: MetricState,
  unit: number,
  at: { standard: Standard; today: number },
): StandardUnit {
  const { period } = state.books.calendar;
  const index = reachedWith(state, metric, unit, at.standard, at.today);
  const tally = periodScores(metric, period, unit).get(periodAt(period, at.today).from);
  const follower = index === undefined ? null : followerOf(state, metric, [unit, index]);
  return {
    unit: idAt(state.unitIndex, unit),
    reached: follower && { result: follower.result, achievedAt: follower.achievedAt },
    score: tally?.score === undefined ? null : formatMinor(tally.score, metric.metric.decimals),
    result: tally ? idOfResult(state, metric, tally.reached) : null,
    now: reachesNow(state, metric, unit, { level: levelOf(at.standard), today: at.today }),
  };
}

/** A standard with every active unit before it and every level it had, newest first. */
export function standardDetail(
  state: BoardState,
  metric: MetricState,
  today: number,
): (StandardRow & { units: StandardUnit[]; history: StandardStep[] }) | undefined {
  const row = standardRow(state, metric, today);
  const standard = standardOf(state, metric.metric.id);
  if (!row || !standard) return undefined;
  const units = activeUnits(state, metric, today).map((unit) =>
    standardUnit(state, metric, unit, { standard, today }),
  );
  const history = standard.levels.map((level) => stepOf(state, metric, level)).reverse();
  return { ...row, units, history };
}
