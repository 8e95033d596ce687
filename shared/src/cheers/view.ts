import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { View } from '../views/view.ts';
import { cheersRows } from './rows.ts';

/** Topic `cheers`, as far as the ledger knows. */
export function createCheersView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: (change) => change.areas.has('cheers'),
    rows: () => {
      rows = reuseRows(rows, cheersRows(state));
      return rows;
    },
  };
}
