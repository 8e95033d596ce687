import { signOf, type MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { compareScores } from '../rankings/table.ts';
import type { Score } from '../rankings/tally.ts';
import { lineAt } from '../records/scopes.ts';
import { resultIdAt } from '../results/result-id.ts';
import { isActive } from '../standards/active-units.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { Moment } from './moment.ts';
import { scoresOf, type Advance, type PeriodScore } from './progress.ts';
import type { ComparableUnit } from './row.ts';

/** Levels that differ by less than a tenth are alike. */
const alike = 10n;

/** A unit that others may be compared with, read once for all that stand still. */
interface Peer {
  id: string;
  unit: number;
  /** Of `best`: its marks, by index. */
  marks: readonly number[];
  /** Of the other aggregates: its scores, period by period. */
  scores: readonly PeriodScore[];
  /** Where it is now. */
  now: Score;
  /** The newest experience it wrote in the metric. */
  experience: string | undefined;
}

interface Levels {
  before: Score;
  now: Score;
  /** The result that brought it to where it is now, by index. */
  index: number;
}

/** The newest experience of each unit in a metric. */
function experiencesIn(state: BoardState, metric: string): Map<string, string> {
  const newest = new Map<string, { id: string; seq: number }>();
  for (const one of state.books.experiences.byId.values()) {
    if (one.metric !== metric || one.withdrawn) continue;
    const known = newest.get(one.unit);
    if (!known || known.seq < one.seq) newest.set(one.unit, { id: one.id, seq: one.seq });
  }
  return new Map([...newest].map(([unit, { id }]) => [unit, id]));
}

/** The active units of a metric, as those that stand still look at them. */
export function peersOf(state: BoardState, metric: MetricState, moment: Moment): Peer[] {
  const experiences = experiencesIn(state, metric.metric.id);
  const isBest = metric.metric.aggregate === 'best';
  const peers: Peer[] = [];
  for (const id of state.units.keys()) {
    const unit = state.unitIndex.indexes.get(id) ?? -1;
    if (!isActive(state, metric, unit, moment.today)) continue;
    const marks = isBest ? lineAt(metric, { scope: 'unit', of: unit }).marks : [];
    const scores = isBest ? [] : scoresOf(metric, unit, moment);
    const [mark, score] = [marks.at(-1), scores.at(-1)?.score];
    const now = mark === undefined ? score : metric.results.value[mark];
    if (now !== undefined)
      peers.push({ id, unit, marks, scores, now, experience: experiences.get(id) });
  }
  return peers;
}

/** The level of a peer on a day (or in the period it lies in), and the newest. */
function levelsOn(
  { results }: MetricState,
  { marks, scores }: Peer,
  day: number,
): Levels | undefined {
  const [mark, score] = [marks.at(-1), scores.at(-1)];
  if (mark !== undefined) {
    const old = marks.findLast((one) => (results.day[one] ?? 0) <= day);
    if (old === undefined) return undefined;
    return { before: results.value[old] ?? 0, now: results.value[mark] ?? 0, index: mark };
  }
  const old = scores.findLast(({ period }) => period.from <= day);
  return old && score ? { before: old.score, now: score.score, index: score.index } : undefined;
}

function isAlike(a: Score, b: Score): boolean {
  const [one, two] = [BigInt(a), BigInt(b)];
  const difference = one > two ? one - two : two - one;
  return difference * alike <= (two < 0n ? -two : two);
}

/**
 * The unit whose experience may help one that stands still: at a level like its own when that one
 * last advanced, better than it now; of those the best, one that wrote its experience down first.
 */
export function comparableTo(
  state: BoardState,
  metric: MetricState,
  peers: readonly Peer[],
  still: { unit: number; advance: Advance },
): ComparableUnit | undefined {
  const { advance, unit } = still;
  const sign = signOf(metric.metric);
  const isBetter = (a: Score, b: Score) => compareScores(a, b, sign) < 0;
  let best: { peer: Peer; levels: Levels } | undefined;
  for (const peer of peers) {
    if (peer.unit === unit || !isBetter(peer.now, advance.score)) continue;
    const levels = levelsOn(metric, peer, advance.day);
    if (!levels) continue;
    if (!isBetter(levels.now, levels.before) || !isAlike(levels.before, advance.score)) continue;
    const [isTold, wasTold] = [peer.experience !== undefined, best?.peer.experience !== undefined];
    const wins = !best || (isTold === wasTold ? isBetter(levels.now, best.levels.now) : isTold);
    if (wins) best = { peer, levels };
  }
  if (!best) return undefined;
  const { peer, levels } = best;
  const { decimals } = metric.metric;
  return {
    unit: peer.id,
    before: formatMinor(levels.before, decimals),
    now: formatMinor(levels.now, decimals),
    result: resultIdAt(state, metric.results.seq[levels.index] ?? 0),
    ...(peer.experience === undefined ? {} : { experience: peer.experience }),
  };
}
