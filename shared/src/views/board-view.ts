import type { BoardState } from '../board/state.ts';
import { driveSummaries } from '../drives/head.ts';
import type { Row } from '../protocol/live.ts';
import { reuseRows } from './keyed-rows.ts';
import type { BoardRow } from './row.ts';
import type { View } from './view.ts';

function* boardRows(state: BoardState): Iterable<[string, BoardRow]> {
  const { board, info, books } = state;
  const look = Object.keys(books.look).length > 0 ? { look: books.look } : {};
  if (info) yield ['board', { kind: 'board', id: board, ...info, ...look }];
  for (const sector of state.sectors.values())
    yield [`sector:${sector.id}`, { kind: 'sector', ...sector }];
  for (const unit of state.units.values()) yield [`unit:${unit.id}`, { kind: 'unit', ...unit }];
  for (const { metric } of state.metrics.values())
    yield [`metric:${metric.id}`, { kind: 'metric', ...metric }];
  for (const drive of driveSummaries(state))
    yield [`drive:${drive.id}`, { kind: 'drive', ...drive }];
}

/** The board's vocabulary: itself, its sectors, units, metrics and drives. */
export function createBoardView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: (change) => change.vocabulary || change.areas.has('drives'),
    rows: () => {
      rows = reuseRows(rows, boardRows(state));
      return rows;
    },
  };
}
