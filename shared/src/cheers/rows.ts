import type { BoardState } from '../board/state.ts';
import { resultIdAt, seqOfResultId } from '../results/result-id.ts';
import { findResult } from '../results/list.ts';
import type { CheersBook } from './book.ts';

/** Topic `cheers`: `unit:<id>`, `result:<id>`. */
export interface CheersRow {
  kind: 'unit' | 'result';
  id: string;
  count: number;
}

/** The newest results that were cheered; the counts of older ones are kept all the same. */
export const maxCheeredResults = 500;
const maxCheeredUnits = 2_000;

function sumOf<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): Map<K, number> {
  const sum = new Map(a);
  for (const [key, count] of b) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

/**
 * What was counted of a board, and what waits to be (`pending`, in the positions of this state).
 * Bounded: the units cheered most, and the newest results.
 */
export function cheersRows(state: BoardState, pending?: CheersBook): [string, CheersRow][] {
  const { cheers } = state.books;
  const units = pending ? sumOf(cheers.units, pending.units) : cheers.units;
  const results = pending ? sumOf(cheers.results, pending.results) : cheers.results;
  const most = [...units].sort((a, b) => b[1] - a[1]).slice(0, maxCheeredUnits);
  const newest = [...results].sort((a, b) => b[0] - a[0]).slice(0, maxCheeredResults);
  return [
    ...most.map(([id, count]): [string, CheersRow] => [`unit:${id}`, { kind: 'unit', id, count }]),
    ...newest.map(([position, count]): [string, CheersRow] => {
      const id = resultIdAt(state, position);
      return [`result:${id}`, { kind: 'result', id, count }];
    }),
  ];
}

/** The position of a result that can be cheered; `undefined` where it is not there, or annulled. */
export function cheeredPosition(state: BoardState, id: string): number | undefined {
  const result = findResult(state, id);
  return result && result.state !== 'annulled' ? seqOfResultId(state, id) : undefined;
}
