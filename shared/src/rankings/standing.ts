import type { HappeningBody } from '../board/happening.ts';
import { signOf, type MetricState } from '../board/metric-state.ts';
import type { OvertakeClaim, PlaceChange } from '../board/outcome.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { partiesOf } from '../results/parties.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { compareScores, type RankingTable } from './table.ts';
import { addToTally, type Score, type TallyRules } from './tally.ts';

/** The score and place a unit had in the all-time ranking before a change. */
interface Before {
  unit: number;
  score: Score | undefined;
  place: number | null;
}

export interface Standing {
  movers: Before[];
  leaders: readonly number[];
}

function placeOf(table: RankingTable, unit: number): number | null {
  const score = table.scoreOf(unit);
  return score === undefined ? null : table.placeOf(score);
}

/** Remembers where units stand, to tell afterwards what a change did to the ranking. */
export function rememberStanding({ table }: MetricState, units: readonly number[]): Standing {
  const movers = units.map((unit) => ({
    unit,
    score: table.scoreOf(unit),
    place: placeOf(table, unit),
  }));
  return { movers, leaders: table.leaders() };
}

export function tallyRules(metric: MetricState): TallyRules {
  const { aggregate } = metric.metric;
  return { columns: metric.results, aggregate, sign: signOf(metric.metric) };
}

/** Counts a result in the all-time ranking of its units; true when a score changed. */
export function countResult(metric: MetricState, index: number): boolean {
  const { table } = metric;
  const rules = tallyRules(metric);
  let moved = false;
  for (const { unit, part } of partiesOf(metric, index, rules.aggregate)) {
    addToTally(table.openTally(unit), rules, index, part);
    if (table.settle(unit)) moved = true;
  }
  return moved;
}

/** The places of those who were remembered, when nobody's score changed. */
export function samePlaces(state: BoardState, metric: MetricState, was: Standing): PlaceChange[] {
  return was.movers.map(({ unit, place }) => ({
    metric: metric.metric.id,
    unit: idAt(state.unitIndex, unit),
    before: place,
    after: place,
  }));
}

export function placeChanges(state: BoardState, metric: MetricState, was: Standing): PlaceChange[] {
  return was.movers.map(({ unit, place }) => ({
    metric: metric.metric.id,
    unit: idAt(state.unitIndex, unit),
    before: place,
    after: placeOf(metric.table, unit),
  }));
}

/** Units strictly between two scores of one that moved; `passes` judges those that moved as well. */
function passed(
  metric: MetricState,
  was: Standing,
  scores: { better: Score; worse: Score },
  passes: (other: Before) => boolean,
): number[] {
  const between = metric.table.between(scores.better, scores.worse);
  // Alone it stands at the end of the span, and not within; most results have one unit.
  if (was.movers.length === 1) return between;
  const movers = new Set(was.movers.map(({ unit }) => unit));
  const others = between.filter((unit) => !movers.has(unit));
  return [...others, ...was.movers.filter(passes).map(({ unit }) => unit)];
}

/** Who overtook whom: stood strictly behind, now stands strictly ahead. */
export function overtakesSince(
  state: BoardState,
  metric: MetricState,
  was: Standing,
): OvertakeClaim[] {
  const { table } = metric;
  const { sign } = table;
  const isAhead = (a: Score | undefined, b: Score | undefined) =>
    a !== undefined && b !== undefined && compareScores(a, b, sign) < 0;
  const names = (units: number[]) => units.map((unit) => idAt(state.unitIndex, unit));
  return was.movers.flatMap(({ unit, score: old }): OvertakeClaim[] => {
    const score = table.scoreOf(unit);
    if (old === undefined || score === undefined) return [];
    const claim = { metric: metric.metric.id, unit: idAt(state.unitIndex, unit) };
    if (isAhead(score, old)) {
      const overtaken = passed(metric, was, { better: score, worse: old }, (other) => {
        return isAhead(other.score, old) && isAhead(score, table.scoreOf(other.unit));
      });
      return overtaken.length ? [{ ...claim, overtaken: names(overtaken), overtakenBy: [] }] : [];
    }
    const moved = new Set(was.movers.map((mover) => mover.unit));
    const overtakenBy = table.between(old, score).filter((other) => !moved.has(other));
    return overtakenBy.length ? [{ ...claim, overtaken: [], overtakenBy: names(overtakenBy) }] : [];
  });
}

/** Announces a first place that changed hands (or is shared by others than before). */
export function newLeaders(
  state: BoardState,
  metric: MetricState,
  was: Standing,
): HappeningBody | undefined {
  const leaders = metric.table.leaders();
  const [first] = leaders;
  if (first === undefined || was.leaders.length === 0) return undefined;
  const before = new Set(was.leaders);
  if (leaders.length === before.size && leaders.every((unit) => before.has(unit))) return undefined;
  const names = (units: readonly number[]) => units.map((unit) => idAt(state.unitIndex, unit));
  return {
    kind: 'new-leader',
    metric: metric.metric.id,
    leaders: names(leaders),
    previous: names(was.leaders),
    score: formatMinor(metric.table.scoreOf(first) ?? 0, metric.metric.decimals),
  };
}
