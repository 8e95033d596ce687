import { signOf, type MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { isAnnulled } from '../results/columns.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import { asAnnounced } from './announced.ts';
import { momentsOf, type Moment } from './moments.ts';
import { partsOf, type PartyKind } from './parts.ts';
import { remembered } from './remembered.ts';
import { compareScores } from './table.ts';
import { addToTally, createTally, type Score, type Tally } from './tally.ts';

/**
 * `recognised`: what was achieved up to a moment, as it is recognised now. `announced`: what the
 * board had been told up to a moment, as it was told, later corrections and annulments left out.
 */
export const historyTruths = ['recognised', 'announced'] as const;
export type HistoryTruth = (typeof historyTruths)[number];

export interface HistoryQuery {
  metric: string;
  by: PartyKind;
  truth: HistoryTruth;
  /** The metric's own when absent. */
  aggregate?: Aggregate | undefined;
  /** First and last day looked at: inclusive days; those of the results when absent. */
  from?: number | undefined;
  to?: number | undefined;
  /** First day whose results count. */
  since?: number | undefined;
  /** Moments at most. */
  steps: number;
  /** Rows of a moment at most. */
  top: number;
}

/** The standing at one moment; equal scores share a place. */
export interface HistoryFrame {
  /** A date is its end; or a UTC time. */
  at: string;
  /** Units (or sectors) that have a score by then. */
  ranked: number;
  /** Results counted by then. */
  results: number;
  /** The first of them, in order. */
  ids: string[];
  scores: string[];
}

export interface History {
  frames: HistoryFrame[];
  /** First and last day of all results that count, whatever part was asked for. */
  span: { from: string; to: string } | null;
}

interface Entry {
  party: number;
  score: Score;
}

/** Keeps the first `top` of all that are offered, in order. */
function firstOf(tallies: ReadonlyMap<number, Tally>, sign: 1 | -1, top: number) {
  const first: Entry[] = [];
  let ranked = 0;
  const isBefore = (a: Entry, b: Entry) =>
    (compareScores(a.score, b.score, sign) || a.party - b.party) < 0;
  for (const [party, { score }] of tallies) {
    if (score === undefined) continue;
    ranked++;
    const entry = { party, score };
    const last = first[top - 1];
    if (last && !isBefore(entry, last)) continue;
    let at = Math.min(first.length, top - 1);
    for (let before = first[at - 1]; before && isBefore(entry, before); before = first[at - 1])
      first[at--] = before;
    first[at] = entry;
  }
  return { first, ranked };
}

interface Course {
  /** The metric with the results to be counted, as the truth that is asked for has them. */
  metric: MetricState;
  /** Indexes of results in the order in which they come. */
  order: Iterable<number>;
  /** When each comes, ms since the epoch. */
  times: Float64Array;
}

function recognised(metric: MetricState): Course {
  const { results } = metric;
  const order = metric.order.indexes(results).filter((index) => !isAnnulled(results, index));
  return { metric, order, times: results.at };
}

function announced(metric: MetricState): Course {
  const told = asAnnounced(metric);
  const order = Int32Array.from({ length: told.results.length }, (_, index) => index);
  return { metric: told, order, times: told.results.received };
}

/** One pass over the results: at each moment those up to it are counted, and the first written down. */
function framesOf(
  state: BoardState,
  { metric, order, times }: Course,
  query: HistoryQuery,
  moments: readonly Moment[],
): HistoryFrame[] {
  const { by, top, since = -Infinity, aggregate = metric.metric.aggregate } = query;
  const { decimals } = metric.metric;
  const sign = signOf(metric.metric);
  const rules = { columns: metric.results, aggregate, sign };
  const ids = by === 'unit' ? state.unitIndex : state.sectorIndex;
  const tallies = new Map<number, Tally>();
  const waiting = order[Symbol.iterator]();
  let next = waiting.next();
  let results = 0;
  return moments.map(({ at, until }) => {
    for (; !next.done && (times[next.value] ?? 0) <= until; next = waiting.next()) {
      const index = next.value;
      if ((metric.results.day[index] ?? 0) < since) continue;
      results++;
      for (const { party, part } of partsOf(metric, index, by, aggregate)) {
        let tally = tallies.get(party);
        if (!tally) tallies.set(party, (tally = createTally()));
        addToTally(tally, rules, index, part);
      }
    }
    const { first, ranked } = firstOf(tallies, sign, top);
    return {
      at,
      ranked,
      results,
      ids: first.map(({ party }) => idAt(ids, party)),
      scores: first.map(({ score }) => formatMinor(score, decimals)),
    };
  });
}

function makeHistory(state: BoardState, metric: MetricState, query: HistoryQuery): History {
  const course = query.truth === 'announced' ? announced(metric) : recognised(metric);
  const { span, moments } = momentsOf(state.zone, course, query);
  return { span, frames: framesOf(state, course, query, moments) };
}

/**
 * How a ranking became what it is: its standing at moments of the past, exactly as the ranking of
 * each of them. Empty for an unknown metric, or while nothing counts.
 */
export function rankingHistory(state: BoardState, query: HistoryQuery): History {
  const metric = state.metrics.get(query.metric);
  if (!metric) return { frames: [], span: null };
  const { by, truth, aggregate = metric.metric.aggregate, from, to, since, steps, top } = query;
  const key = ['history', by, truth, aggregate, from, to, since, steps, top].join(' ');
  return remembered(metric, key, () => makeHistory(state, metric, query));
}
