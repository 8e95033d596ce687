import { signOf, type MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { isAnnulled } from '../results/columns.ts';
import { achievedAtOf } from '../results/rows.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import type { RankingRow } from '../views/row.ts';
import { partsOf, type PartyKind } from './parts.ts';
import { remembered } from './remembered.ts';
import { compareScores, type RankingTable } from './table.ts';
import { addToTally, createTally, type Tally, type TallyRules } from './tally.ts';
import { compareByTieBreaks, type TieBreak } from './tie-break.ts';

export interface RankingQuery {
  metric: string;
  /** Inclusive days since 1970-01-01 in the board's zone; open where absent. */
  from?: number | undefined;
  to?: number | undefined;
  /** Only what was achieved up to this moment, ms since the epoch. */
  until?: number | undefined;
  by?: PartyKind | undefined;
  /** The metric's own when absent. */
  aggregate?: Aggregate | undefined;
  tieBreaks?: readonly TieBreak[] | undefined;
  limit?: number | undefined;
  /** Rows around this unit (or sector): `limit` of them, with it in the middle. */
  around?: string | undefined;
  /** Rows to pass over; of no meaning with `around`. */
  offset?: number | undefined;
  /** Only units that are in this sector now; their places stay those of the whole ranking. */
  sector?: string | undefined;
}

export type Tallies = Map<number, Tally>;

export interface Span {
  from: number;
  to: number;
  /** ms since the epoch. */
  until?: number | undefined;
}

/** Tallies of a span of days, by unit or by the sector written on the result. */
export function tallySpan(
  metric: MetricState,
  { from, to, until = Infinity }: Span,
  by: PartyKind,
  aggregate: Aggregate,
): Tallies {
  const { results } = metric;
  const rules: TallyRules = { columns: results, aggregate, sign: signOf(metric.metric) };
  const tallies: Tallies = new Map();
  for (let index = 0; index < results.length; index++) {
    const day = results.day[index] ?? 0;
    if (day < from || day > to || isAnnulled(results, index)) continue;
    if ((results.at[index] ?? 0) > until) continue;
    for (const { party, part } of partsOf(metric, index, by, aggregate)) {
      let tally = tallies.get(party);
      if (!tally) tallies.set(party, (tally = createTally()));
      addToTally(tally, rules, index, part);
    }
  }
  return tallies;
}

interface Ranked {
  party: number;
  tally: Tally;
  place: number;
}

/** Parties in order; those that no tie-break tells apart share a place: 1, 2, 2, 4. */
function rank(
  parties: { party: number; tally: Tally }[],
  compare: (a: { party: number; tally: Tally }, b: { party: number; tally: Tally }) => number,
): Ranked[] {
  const sorted = parties.sort((a, b) => compare(a, b) || a.party - b.party);
  const ranked: Ranked[] = [];
  for (const [at, entry] of sorted.entries()) {
    const before = ranked[at - 1];
    const place = before && compare(before, entry) === 0 ? before.place : at + 1;
    ranked.push({ ...entry, place });
  }
  return ranked;
}

/** One row of a ranking. */
export function rankingRow(
  state: BoardState,
  metric: MetricState,
  by: PartyKind,
  { party, tally, place }: Ranked,
): RankingRow {
  return {
    place,
    ...(by === 'unit'
      ? { unit: idAt(state.unitIndex, party) }
      : { sector: idAt(state.sectorIndex, party) }),
    score: formatMinor(tally.score ?? 0, metric.metric.decimals),
    results: tally.results,
    reachedAt: achievedAtOf(metric, tally.reached),
  };
}

function rankAll(state: BoardState, metric: MetricState, query: RankingQuery): Ranked[] {
  const { from = -Infinity, to = Infinity, until, by = 'unit', tieBreaks = [] } = query;
  const span = { from, to, until };
  const tallies = tallySpan(metric, span, by, query.aggregate ?? metric.metric.aggregate);
  const sign = signOf(metric.metric);
  const breakTie = compareByTieBreaks(state, metric, { span, by }, tieBreaks);
  const parties = [...tallies]
    // Whoever gave away all shares of a mean has results but no score.
    .filter(([, tally]) => tally.score !== undefined)
    .map(([party, tally]) => ({ party, tally }));
  return rank(parties, (a, b) => {
    return compareScores(a.tally.score ?? 0, b.tally.score ?? 0, sign) || breakTie(a, b);
  });
}

/** The all-time order, which the fold keeps up. */
function rankedTable({ table }: MetricState): Ranked[] {
  const ranked: Ranked[] = [];
  for (const [at, party] of table.parties().entries()) {
    // Every party of a table has a tally.
    const tally = table.tallies[party] as Tally;
    const before = ranked[at - 1];
    const place = before && before.tally.score === tally.score ? before.place : at + 1;
    ranked.push({ party, tally, place });
  }
  return ranked;
}

/** The whole order; pages of one ranking follow each other and are counted once. */
function rankOnce(state: BoardState, metric: MetricState, query: RankingQuery): readonly Ranked[] {
  // A countback looks into another metric, which may change while this one does not.
  if (query.tieBreaks?.length) return rankAll(state, metric, query);
  const { from, to, until, by = 'unit', aggregate = metric.metric.aggregate } = query;
  const isPart = from !== undefined || to !== undefined || until !== undefined;
  const isStanding = !isPart && by === 'unit' && aggregate === metric.metric.aggregate;
  const key = ['ranking', from, to, until, by, aggregate].join(' ');
  return remembered(metric, key, () =>
    isStanding ? rankedTable(metric) : rankAll(state, metric, query),
  );
}

/** Where the window around the row at `at` begins; after the last row when there is none. */
function middle(at: number, limit: number, total: number): number {
  if (at < 0) return total;
  return Math.max(0, Math.min(at - Math.floor((limit - 1) / 2), total - limit));
}

export interface RankingPage {
  /** Rows in all. */
  total: number;
  /** Rows before the first one given. */
  offset: number;
  rows: RankingRow[];
}

/** The part of a ranking that a query asks for; empty for an unknown metric. */
export function rankingPage(state: BoardState, query: RankingQuery): RankingPage {
  const metric = state.metrics.get(query.metric);
  if (!metric) return { total: 0, offset: 0, rows: [] };
  const { by = 'unit', sector } = query;
  const index = by === 'unit' ? state.unitIndex : state.sectorIndex;
  const idOf = ({ party }: Ranked) => idAt(index, party);
  const all = rankOnce(state, metric, query);
  const ranked =
    sector === undefined || by === 'sector'
      ? all
      : all.filter((entry) => state.units.get(idOf(entry))?.sector === sector);
  const limit = query.limit ?? ranked.length;
  const total = ranked.length;
  const offset =
    query.around === undefined
      ? Math.min(query.offset ?? 0, total)
      : middle(
          ranked.findIndex((entry) => idOf(entry) === query.around),
          limit,
          total,
        );
  const window = ranked.slice(offset, offset + limit);
  return { total, offset, rows: window.map((entry) => rankingRow(state, metric, by, entry)) };
}

/** The rows of a ranking; empty for an unknown metric. */
export function rankingRows(state: BoardState, query: RankingQuery): RankingRow[] {
  return rankingPage(state, query).rows;
}

/** Rows of a standing table: its first `limit` parties with their shared places. */
export function tableRows(
  state: BoardState,
  metric: MetricState,
  table: RankingTable,
  limit: number,
): RankingRow[] {
  const rows: RankingRow[] = [];
  let place = 0;
  let score: Tally['score'];
  for (const [at, party] of table.parties().slice(0, limit).entries()) {
    // Every party of a table has a tally.
    const tally = table.tallies[party] as Tally;
    if (at === 0 || tally.score !== score) place = at + 1;
    score = tally.score;
    rows.push(rankingRow(state, metric, 'unit', { party, tally, place }));
  }
  return rows;
}
