import { signOf, type MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { compareScores } from '../rankings/table.ts';
import type { Score } from '../rankings/tally.ts';
import { lineAt } from '../records/scopes.ts';
import { resultIdAt } from '../results/result-id.ts';
import { isActive } from '../standards/active-units.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { Moment } from './moment.ts';
import { scoresOf, type Advance } from './progress.ts';
import type { ComparableUnit } from './row.ts';

/** Levels that differ by less than a tenth are alike. */
const alike = 10n;

interface Levels {
  before: Score;
  now: Score;
  /** The result that brought it to where it is now, by index. */
  index: number;
}

/** Of `best`: the unit's best mark on a day, and its best of all. */
function bestLevels(metric: MetricState, unit: number, day: number): Levels | undefined {
  const { marks } = lineAt(metric, { scope: 'unit', of: unit });
  const { value, day: days } = metric.results;
  const old = marks.findLast((mark) => (days[mark] ?? 0) <= day);
  const last = marks.at(-1);
  if (old === undefined || last === undefined) return undefined;
  return { before: value[old] ?? 0, now: value[last] ?? 0, index: last };
}

/** Of the other aggregates: its score of the period that a day lies in, or before, and the newest. */
function periodLevels(
  metric: MetricState,
  unit: number,
  day: number,
  moment: Moment,
): Levels | undefined {
  const scores = scoresOf(metric, unit, moment);
  const old = scores.findLast(({ period }) => period.from <= day);
  const last = scores.at(-1);
  return old && last ? { before: old.score, now: last.score, index: last.index } : undefined;
}

function isAlike(a: Score, b: Score): boolean {
  const [one, two] = [BigInt(a), BigInt(b)];
  const difference = one > two ? one - two : two - one;
  return difference * alike <= (two < 0n ? -two : two);
}

/** The newest experience that a unit wrote in a metric. */
function experienceOf(state: BoardState, metric: string, unit: string): string | undefined {
  const written = [...state.books.experiences.byId.values()].filter(
    (one) => one.metric === metric && one.unit === unit && !one.withdrawn,
  );
  return written.reduce((a, b) => (a && a.seq > b.seq ? a : b), written[0])?.id;
}

/**
 * The unit whose experience may help one that stands still: at a level like its own when that one
 * last advanced, better than it now; of those the best, one that wrote its experience down first.
 */
export function comparableTo(
  state: BoardState,
  metric: MetricState,
  unit: number,
  at: { advance: Advance; moment: Moment },
): ComparableUnit | undefined {
  const { advance, moment } = at;
  const sign = signOf(metric.metric);
  const isBetter = (a: Score, b: Score) => compareScores(a, b, sign) < 0;
  let best: { unit: string; levels: Levels; experience: string | undefined } | undefined;
  for (const id of state.units.keys()) {
    const other = state.unitIndex.indexes.get(id) ?? -1;
    if (other === unit || !isActive(state, metric, other, moment.today)) continue;
    const isBest = metric.metric.aggregate === 'best';
    const levels = isBest
      ? bestLevels(metric, other, advance.day)
      : periodLevels(metric, other, advance.day, moment);
    if (!levels || !isAlike(levels.before, advance.score)) continue;
    if (!isBetter(levels.now, levels.before) || !isBetter(levels.now, advance.score)) continue;
    const experience = experienceOf(state, metric.metric.id, id);
    const isTold = experience !== undefined;
    const wasTold = best?.experience !== undefined;
    const wins = !best || (isTold === wasTold ? isBetter(levels.now, best.levels.now) : isTold);
    if (wins) best = { unit: id, levels, experience };
  }
  if (!best) return undefined;
  const { decimals } = metric.metric;
  return {
    unit: best.unit,
    before: formatMinor(best.levels.before, decimals),
    now: formatMinor(best.levels.now, decimals),
    result: resultIdAt(state, metric.results.seq[best.levels.index] ?? 0),
    ...(best.experience === undefined ? {} : { experience: best.experience }),
  };
}
