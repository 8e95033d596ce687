import { describe, expect, it } from 'vitest';
import { SmallBoard } from '../testing/small-board.ts';
import { createView } from '../views/create-view.ts';
import type { Row } from '../protocol/live.ts';

/** The small board receives its entries on this day, from noon on. */
const today = Date.UTC(2026, 5, 1, 18);
const rowsOf = (board: SmallBoard, now = today): Row[] => [
  ...(createView(board.state, 'records:today')?.rows(now).values() ?? []),
];

describe('records of the day', () => {
  it('[RC17] tells the records that came in today, each result once, also those beaten since', () => {
    const board = new SmallBoard();
    board.post('ada', '10');
    expect(rowsOf(board)).toEqual([]);
    board.post('bo', '11', '2026-05-02');
    board.post('cy', '12', '2026-05-03');
    board.post('dee', '12', '2026-05-04');
    expect(rowsOf(board)).toMatchObject([
      { scope: 'board', holders: ['bo'], stands: false, previous: { value: '10.0' } },
      { scope: 'board', holders: ['cy'], stands: true, previous: { value: '11.0' } },
    ]);
    expect(rowsOf(board, today + 86_400_000)).toEqual([]);
  });

  it('[RC17] a first mark beat nobody, and a sector has its own record', () => {
    const board = new SmallBoard();
    board.post('ada', '20', '2026-05-01');
    board.post('cy', '5', '2026-05-02');
    board.post('dee', '6', '2026-05-03');
    expect(rowsOf(board)).toMatchObject([
      { scope: 'sector', sector: 'south', holders: ['dee'], previous: { holders: ['cy'] } },
    ]);
  });
});
