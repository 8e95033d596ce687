import { signOf } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { compareScores } from '../rankings/table.ts';
import { resultIdAt } from '../results/result-id.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { DriveScoring } from '../vocabulary/drive.ts';
import {
  compareRationals,
  divide,
  multiply,
  ofMinor,
  rational,
  readDecimal,
  subtract,
  toHundredths,
  zero,
  type Rational,
} from '../vocabulary/rational.ts';
import type { BookedTask } from './book.ts';
import type { TaskTerm } from './row.ts';
import { resultsBehind, type TaskTally, type UnitWork } from './task-tally.ts';

const hundred = rational(100n, 1n);

/** `(value − baseline) / (target − baseline)`: 1 is the plan, whichever way is better. */
export function planShare(value: Rational, baseline: string, target: string): Rational {
  const from = readDecimal(baseline);
  return divide(subtract(value, from), subtract(readDecimal(target), from));
}

export function clamp(share: Rational, capPercent: number): Rational {
  if (share.num < 0n) return zero;
  const cap = rational(BigInt(capPercent), 100n);
  return compareRationals(share, cap) > 0 ? cap : share;
}

export function capOf(scoring: DriveScoring): number {
  return scoring.kind === 'fulfilment' ? scoring.capPercent : 150;
}

const percent = (share: Rational) => toHundredths(multiply(share, hundred));

/** Places in one task: equal values share one, the next is skipped. */
export function taskPlaces(tally: TaskTally): Map<number, number> {
  const sign = signOf(tally.metric.metric);
  const scored = [...tally.works].flatMap(
    ([
      unit,
      {
        tally: { score },
      },
    ]) => (score === undefined ? [] : [{ unit, score }]),
  );
  scored.sort((a, b) => compareScores(a.score, b.score, sign));
  const places = new Map<number, number>();
  let place = 0;
  for (const [at, { unit, score }] of scored.entries()) {
    if (at === 0 || scored[at - 1]?.score !== score) place = at + 1;
    places.set(unit, place);
  }
  return places;
}

function pointsOf(
  scoring: DriveScoring,
  weight: string,
  fulfilment: Rational,
  place: number | undefined,
): Rational {
  const earned =
    scoring.kind === 'fulfilment'
      ? multiply(hundred, fulfilment)
      : readDecimal((place === undefined ? undefined : scoring.points[place - 1]) ?? '0');
  return multiply(readDecimal(weight), earned);
}

export interface TaskInput {
  task: BookedTask;
  tally: TaskTally;
  places: ReadonlyMap<number, number> | undefined;
  scoring: DriveScoring;
}

export function valueIn(tally: TaskTally, unit: number): Rational | undefined {
  const score = tally.scoreOf(unit);
  return score === undefined ? undefined : ofMinor(score, tally.metric.metric.decimals);
}

/** Ids of the results that make a unit's value, earliest first. */
export function namesOf(state: BoardState, tally: TaskTally, work: UnitWork | undefined): string[] {
  if (!work) return [];
  const { seq } = tally.metric.results;
  return resultsBehind(tally, work).map((index) => resultIdAt(state, seq[index] ?? 0));
}

function countOf({ aggregate }: TaskTally, work: UnitWork | undefined): number {
  if (!work) return 0;
  return aggregate === 'best' || aggregate === 'latest' ? 1 : work.indexes.length;
}

/** One task of one unit, with its exact points. */
export function taskTerm(
  state: BoardState,
  { task, tally, places, scoring }: TaskInput,
  unit: number,
  { pledge, withResults }: { pledge: string | undefined; withResults: boolean },
): { term: TaskTerm; points: Rational } {
  const { baseline, target, weight } = task;
  const value = valueIn(tally, unit);
  const work = tally.works.get(unit);
  const reached = value && planShare(value, baseline, target);
  const fulfilment = reached ? clamp(reached, capOf(scoring)) : zero;
  const place = places?.get(unit);
  const points = pointsOf(scoring, weight, fulfilment, place);
  const { decimals } = tally.metric.metric;
  const term: TaskTerm = {
    kind: 'task',
    task: task.id,
    metric: task.metric,
    value: work?.tally.score === undefined ? null : formatMinor(work.tally.score, decimals),
    baseline,
    target,
    weight,
    fulfilment: percent(fulfilment),
    reached: reached ? percent(reached) : null,
    points: toHundredths(points),
    ...(place === undefined ? {} : { place }),
    ...(pledge === undefined
      ? {}
      : { pledge, pledgeFulfilment: value ? percent(planShare(value, baseline, pledge)) : null }),
    count: countOf(tally, work),
    ...(withResults ? { results: namesOf(state, tally, work) } : {}),
  };
  return { term, points };
}
