import { signOf, type MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { isAnnulled } from '../results/columns.ts';
import { partiesOf } from '../results/parties.ts';
import { achievedAtOf } from '../results/rows.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import type { RankingRow } from '../views/row.ts';
import { compareScores, type RankingTable } from './table.ts';
import { addToTally, createTally, type Part, type Tally, type TallyRules } from './tally.ts';
import { compareByTieBreaks, type TieBreak } from './tie-break.ts';

export interface RankingQuery {
  metric: string;
  /** Inclusive days since 1970-01-01 in the board's zone; open where absent. */
  from?: number | undefined;
  to?: number | undefined;
  by?: 'unit' | 'sector' | undefined;
  /** The metric's own when absent. */
  aggregate?: Aggregate | undefined;
  tieBreaks?: readonly TieBreak[] | undefined;
  limit?: number | undefined;
  /** Rows around this unit (or sector): `limit` of them, with it in the middle. */
  around?: string | undefined;
}

export type Tallies = Map<number, Tally>;

interface Span {
  from: number;
  to: number;
}

/** Tallies of a span of days, by unit or by the sector written on the result. */
export function tallySpan(
  metric: MetricState,
  span: Span,
  by: 'unit' | 'sector',
  aggregate: Aggregate,
): Tallies {
  const { results } = metric;
  const rules: TallyRules = { columns: results, aggregate, sign: signOf(metric.metric) };
  const tallies: Tallies = new Map();
  const add = (party: number, index: number, part: Part) => {
    let tally = tallies.get(party);
    if (!tally) tallies.set(party, (tally = createTally()));
    addToTally(tally, rules, index, part);
  };
  for (let index = 0; index < results.length; index++) {
    const day = results.day[index] ?? 0;
    if (day < span.from || day > span.to || isAnnulled(results, index)) continue;
    if (by === 'sector')
      add(results.sector[index] ?? 0, index, {
        amount: results.value[index] ?? 0,
        weight: 1,
        whole: 1,
      });
    else for (const { unit, part } of partiesOf(metric, index, aggregate)) add(unit, index, part);
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

function windowOf(rows: RankingRow[], query: RankingQuery): RankingRow[] {
  const limit = query.limit ?? rows.length;
  if (query.around === undefined) return rows.slice(0, limit);
  const at = rows.findIndex((row) => (row.unit ?? row.sector) === query.around);
  if (at < 0) return [];
  const from = Math.max(0, Math.min(at - Math.floor((limit - 1) / 2), rows.length - limit));
  return rows.slice(from, from + limit);
}

/** One row of a ranking. */
export function rankingRow(
  state: BoardState,
  metric: MetricState,
  by: 'unit' | 'sector',
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

/** The ranking that a query asks for; empty for an unknown metric. */
export function rankingRows(state: BoardState, query: RankingQuery): RankingRow[] {
  const metric = state.metrics.get(query.metric);
  if (!metric) return [];
  const { from = -Infinity, to = Infinity, by = 'unit', tieBreaks = [] } = query;
  const span = { from, to };
  const tallies = tallySpan(metric, span, by, query.aggregate ?? metric.metric.aggregate);
  const sign = signOf(metric.metric);
  const breakTie = compareByTieBreaks(state, metric, { span, by }, tieBreaks);
  const parties = [...tallies]
    // Whoever gave away all shares of a mean has results but no score.
    .filter(([, tally]) => tally.score !== undefined)
    .map(([party, tally]) => ({ party, tally }));
  const ranked = rank(parties, (a, b) => {
    return compareScores(a.tally.score ?? 0, b.tally.score ?? 0, sign) || breakTie(a, b);
  });
  return windowOf(
    ranked.map((entry) => rankingRow(state, metric, by, entry)),
    query,
  );
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
