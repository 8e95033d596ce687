import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { locateResult } from '../board/apply-change.ts';
import type { PartnerRole } from '../vocabulary/result.ts';
import { isAnnulled } from './columns.ts';
import type { Located } from '../board/revise.ts';
import type { ResultRow } from '../views/row.ts';
import { seqOfResultId } from './result-id.ts';
import { unitsOf } from './parties.ts';
import { resultRow } from './rows.ts';

/** A place in the list: achieved at (ms) and ledger position of the last result given out. */
export interface ResultMark {
  at: number;
  seq: number;
}

export interface ResultQuery {
  unit?: string | undefined;
  metric?: string | undefined;
  /** Only joint results in which this unit is a party as well. */
  partner?: string | undefined;
  /** Only results achieved in this sector. */
  sector?: string | undefined;
  /** Only joint results with a partner that is in this sector now. */
  partnerSector?: string | undefined;
  /** Only joint results with a partner, of `partnerSector` where it is given, in such a role. */
  roles?: readonly PartnerRole[] | undefined;
  /** Only joint results. */
  joint?: boolean | undefined;
  /** Only results that are not annulled. */
  valid?: boolean | undefined;
  /** Inclusive days since 1970-01-01 in the board's zone. */
  from?: number | undefined;
  to?: number | undefined;
  after?: ResultMark | undefined;
  limit: number;
}

export interface ResultPage {
  results: ResultRow[];
  /** Where to go on; absent at the end. */
  next?: ResultMark;
}

interface Walk {
  metric: MetricState;
  order: Int32Array;
  position: number;
}

/** The position in `order` below which everything comes after `mark` in the list. */
function startOf(
  { results }: MetricState,
  order: Int32Array,
  mark: ResultMark | undefined,
): number {
  if (!mark) return order.length;
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const index = order[middle] ?? 0;
    const at = results.at[index] ?? 0;
    if (at < mark.at || (at === mark.at && (results.seq[index] ?? 0) < mark.seq)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a joint result has the partner that the query asks for. */
function acceptsPartners(
  state: BoardState,
  { extras }: MetricState,
  index: number,
  { joint, partnerSector, roles }: ResultQuery,
): boolean {
  if (joint !== true && partnerSector === undefined && roles === undefined) return true;
  const partners = extras.joint.get(index)?.partners ?? [];
  return partners.some(
    (partner) =>
      (roles === undefined || roles.includes(partner.role)) &&
      (partnerSector === undefined ||
        state.units.get(idAt(state.unitIndex, partner.unit))?.sector === partnerSector),
  );
}

function acceptsUnits(
  state: BoardState,
  metric: MetricState,
  index: number,
  { unit, partner }: ResultQuery,
): boolean {
  if (unit === undefined && partner === undefined) return true;
  if (partner !== undefined && !metric.extras.joint.has(index)) return false;
  const units = unitsOf(metric, index).map((each) => idAt(state.unitIndex, each));
  return [unit, partner].every((each) => each === undefined || units.includes(each));
}

function accepts(
  state: BoardState,
  { metric, order, position }: Walk,
  query: ResultQuery,
): boolean {
  const index = order[position - 1] ?? 0;
  const { results } = metric;
  const day = results.day[index] ?? 0;
  if (query.from !== undefined && day < query.from) return false;
  if (query.to !== undefined && day > query.to) return false;
  if (query.valid === true && isAnnulled(results, index)) return false;
  const { sector } = query;
  if (sector !== undefined && idAt(state.sectorIndex, results.sector[index] ?? 0) !== sector)
    return false;
  return acceptsUnits(state, metric, index, query) && acceptsPartners(state, metric, index, query);
}

/** Moves a walk on to its next result that the query accepts. */
function settle(state: BoardState, walk: Walk, query: ResultQuery): void {
  while (walk.position > 0 && !accepts(state, walk, query)) walk.position--;
}

function markOf({ metric, order, position }: Walk): ResultMark {
  const index = order[position - 1] ?? 0;
  return { at: metric.results.at[index] ?? 0, seq: metric.results.seq[index] ?? 0 };
}

/** Results, annulled ones included, newest achievement first. */
export function listResults(state: BoardState, query: ResultQuery): ResultPage {
  const metrics =
    query.metric === undefined ? [...state.metrics.values()] : [state.metrics.get(query.metric)];
  const walks = metrics.flatMap((metric): Walk[] => {
    if (!metric) return [];
    const order = metric.order.indexes(metric.results);
    return [{ metric, order, position: startOf(metric, order, query.after) }];
  });
  for (const walk of walks) settle(state, walk, query);
  const results: ResultRow[] = [];
  let last: ResultMark | undefined;
  for (;;) {
    const newest = walks
      .filter((walk) => walk.position > 0)
      .map((walk) => ({ walk, mark: markOf(walk) }))
      .sort((a, b) => b.mark.at - a.mark.at || b.mark.seq - a.mark.seq)[0];
    if (!newest) return { results };
    if (results.length === query.limit) return last ? { results, next: last } : { results };
    const { walk, mark } = newest;
    results.push(resultRow(state, walk.metric, walk.order[walk.position - 1] ?? 0));
    last = mark;
    walk.position--;
    settle(state, walk, query);
  }
}

/** Where the result with an id of this board stands. */
export function findLocated(state: BoardState, id: string): Located | undefined {
  const seq = seqOfResultId(state, id);
  return seq === undefined ? undefined : locateResult(state, seq);
}

/** The result with an id of this board. */
export function findResult(state: BoardState, id: string): ResultRow | undefined {
  const found = findLocated(state, id);
  return found && resultRow(state, found.metric, found.index);
}
