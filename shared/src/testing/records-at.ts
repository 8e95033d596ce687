import type { BoardState } from '../board/state.ts';
import { standingRecords } from '../records/queries.ts';

/** The board's records of the metric `output` at a moment, as short lines. */
export function recordsAt(state: BoardState, until: number): string[] {
  return standingRecords(state, { metric: 'output', scope: 'board', until }).map(
    ({ value, holders, before, equalled }) =>
      `${value} ${holders.join('+')}${before === undefined ? '' : ` after ${before}`}` +
      (equalled > 0 ? `, equalled ${equalled}` : ''),
  );
}
