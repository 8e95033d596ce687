import { idAt, type BoardState } from '../board/state.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import {
  add,
  compareRationals,
  divide,
  multiply,
  rational,
  readDecimal,
  roundToMinor,
  subtract,
  toHundredths,
  zero,
  type Rational,
} from '../vocabulary/rational.ts';
import type { BookedTask } from './book.ts';
import type { ProgressRow, ProgressTerm } from './row.ts';
import type { TaskTally } from './task-tally.ts';
import { clamp, namesOf, planShare, valueIn } from './task-terms.ts';

/** A task now and in the equally long period before. */
export interface ComparedTask {
  task: BookedTask;
  now: TaskTally;
  before: TaskTally;
}

/** The part (1 is the whole) that a unit gained in one task; `undefined` where it says nothing. */
type Gain = (
  compared: ComparedTask,
  value: Rational,
  before: Rational,
) => { part: Rational; goal?: string } | undefined;

/** How much of the plan lies between what the unit had and what it has; less is less than nothing. */
const improvement: Gain = ({ task }, value, before) => ({
  part: subtract(
    planShare(value, task.baseline, task.target),
    planShare(before, task.baseline, task.target),
  ),
});

/** The better of the target and the best value of any unit before, in the task's direction. */
function goalOf({ task, before }: ComparedTask): { goal: Rational; text: string } {
  const target = readDecimal(task.target);
  const sign = compareRationals(target, readDecimal(task.baseline));
  let found = { goal: target, text: task.target };
  for (const unit of before.works.keys()) {
    const value = valueIn(before, unit);
    if (!value || compareRationals(value, found.goal) * sign <= 0) continue;
    const { decimals } = before.metric.metric;
    found = { goal: value, text: formatMinor(before.scoreOf(unit) ?? 0, decimals) };
  }
  return found;
}

function gapClosed(capPercent: number): Gain {
  const goals = new Map<ComparedTask, { goal: Rational; text: string }>();
  return (compared, value, before) => {
    const { goal, text } = goals.get(compared) ?? goalOf(compared);
    goals.set(compared, { goal, text });
    const { baseline, target } = compared.task;
    const sign = compareRationals(readDecimal(target), readDecimal(baseline));
    // Whoever stood at the goal or beyond had no gap to close.
    if (compareRationals(goal, before) * sign <= 0) return undefined;
    const part = divide(subtract(value, before), subtract(goal, before));
    return { part: clamp(part, capPercent), goal: text };
  };
}

function progressTerms(tasks: readonly ComparedTask[], unit: number, gain: Gain) {
  return tasks.flatMap((compared) => {
    const [value, before] = [valueIn(compared.now, unit), valueIn(compared.before, unit)];
    const gained = value && before && gain(compared, value, before);
    return gained ? [{ compared, ...gained }] : [];
  });
}

function format(tally: TaskTally, unit: number): string {
  return formatMinor(tally.scoreOf(unit) ?? 0, tally.metric.metric.decimals);
}

interface Comparison {
  state: BoardState;
  tasks: readonly ComparedTask[];
  gain: Gain;
  /** Whether terms name their results. */
  withResults: boolean;
}

/** The mean of the unit's gains by weight, in percent; `undefined` where there are none. */
function progressOf(
  { state, tasks, gain, withResults }: Comparison,
  unit: number,
): { score: bigint; terms: ProgressTerm[] } | undefined {
  const gains = progressTerms(tasks, unit, gain);
  const weights = gains.reduce((sum, { compared }) => {
    return add(sum, readDecimal(compared.task.weight));
  }, zero);
  if (weights.num === 0n) return undefined;
  let score = zero;
  const terms = gains.map(({ compared, part, goal }): ProgressTerm => {
    const { task, now, before } = compared;
    const weight = divide(readDecimal(task.weight), weights);
    const points = multiply(multiply(rational(100n, 1n), weight), part);
    score = add(score, points);
    return {
      task: task.id,
      metric: task.metric,
      before: format(before, unit),
      value: format(now, unit),
      ...(goal === undefined ? {} : { goal }),
      weight: task.weight,
      points: toHundredths(points),
      ...(withResults
        ? {
            results: namesOf(state, now, now.works.get(unit)),
            resultsBefore: namesOf(state, before, before.works.get(unit)),
          }
        : {}),
    };
  });
  return { score: roundToMinor(score, 2), terms };
}

function rank(comparison: Comparison, units: readonly number[]): ProgressRow[] {
  const found = units.flatMap((unit) => {
    const progress = progressOf(comparison, unit);
    return progress ? [{ unit, ...progress }] : [];
  });
  found.sort((a, b) => (a.score === b.score ? a.unit - b.unit : a.score > b.score ? -1 : 1));
  const { unitIndex } = comparison.state;
  let place = 0;
  return found.map(({ unit, score, terms }, at): ProgressRow => {
    if (at === 0 || found[at - 1]?.score !== score) place = at + 1;
    return { place, unit: idAt(unitIndex, unit), score: formatMinor(score, 2), terms };
  });
}

/** The two rankings that stand beside the one by level; a unit without a basis is in neither. */
export function progressRankings(
  comparison: Omit<Comparison, 'gain'>,
  units: readonly number[],
  capPercent: number,
): { improvement: ProgressRow[]; gap: ProgressRow[] } {
  return {
    improvement: rank({ ...comparison, gain: improvement }, units),
    gap: rank({ ...comparison, gain: gapClosed(capPercent) }, units),
  };
}
