import { signOf, type MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { periodAt } from '../calendar/period.ts';
import { periodScores } from '../rankings/period-scores.ts';
import { compareScores } from '../rankings/table.ts';
import type { Score } from '../rankings/tally.ts';
import { standingMark } from '../records/line.ts';
import { rulesOf } from '../records/scopes.ts';
import { resultIdAt } from '../results/result-id.ts';
import { formatMinor, toMinor } from '../vocabulary/decimal.ts';
import type { Standard } from './book.ts';
import { countsAtEnd, isShownByOne } from './reach.ts';
import type { StandardProposal } from './row.ts';
import { levelOf } from './standard.ts';

interface Best {
  score: Score;
  index: number;
}

/** The best score that a unit had in one period since the standard was set. */
function bestOf(
  state: BoardState,
  metric: MetricState,
  unit: number,
  span: { from: number; today: number },
): Best | undefined {
  const { period } = state.books.calendar;
  const sign = signOf(metric.metric);
  let best: Best | undefined;
  for (const [start, { score, reached }] of periodScores(metric, period, unit)) {
    if (start < span.from || score === undefined) continue;
    if (countsAtEnd(metric) && periodAt(period, start).to >= span.today) continue;
    if (!best || compareScores(score, best.score, sign) < 0) best = { score, index: reached };
  }
  return best;
}

/** The score that a quarter of the active units has reached, rounded up to whole units. */
function quartileOf(bests: readonly Best[], active: number, sign: 1 | -1): Best | undefined {
  const sorted = [...bests].sort((a, b) => compareScores(a.score, b.score, sign));
  return sorted[Math.ceil(active / 4) - 1];
}

function recordOf(metric: MetricState): Best | undefined {
  if (!isShownByOne(metric)) return undefined;
  const index = standingMark(metric.lines.board, rulesOf(metric, 'board'));
  return index === undefined ? undefined : { score: metric.results.value[index] ?? 0, index };
}

/**
 * Once two thirds of the active units have reached a standard: the level that a quarter of them has
 * reached, or else the board's record; null where neither is better than what holds.
 */
export function proposalFor(
  state: BoardState,
  metric: MetricState,
  standard: Standard,
  at: { active: readonly number[]; reached: number; today: number },
): StandardProposal | null {
  const { active, reached, today } = at;
  if (active.length === 0 || reached * 3 < active.length * 2) return null;
  const level = levelOf(standard);
  const { from } = periodAt(state.books.calendar.period, level.day);
  const sign = signOf(metric.metric);
  const held = toMinor(level.value, metric.metric.decimals) ?? 0;
  const bests = active.flatMap((unit) => bestOf(state, metric, unit, { from, today }) ?? []);
  const isBetter = (best: Best | undefined) => best && compareScores(best.score, held, sign) < 0;
  const quartile = quartileOf(bests, active.length, sign);
  const best = isBetter(quartile) ? quartile : recordOf(metric);
  if (!best || !isBetter(best)) return null;
  return {
    value: formatMinor(best.score, metric.metric.decimals),
    from: best === quartile ? 'quartile' : 'record',
    result: resultIdAt(state, metric.results.seq[best.index] ?? 0),
    reached: bests.filter(({ score }) => compareScores(score, best.score, sign) <= 0).length,
  };
}
