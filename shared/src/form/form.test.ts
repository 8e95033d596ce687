import { describe, expect, it } from 'vitest';
import { SmallBoard } from '../testing/small-board.ts';
import { createView } from '../views/create-view.ts';

const dayMs = 86_400_000;
/** The small board receives its entries on this day, from noon on. */
const today = Date.UTC(2026, 5, 1, 18);
const rowsOf = (board: SmallBoard, topic: string, now = today) =>
  Object.fromEntries(createView(board.state, topic)?.rows(now) ?? []);

describe('form', () => {
  it('[RK17] tells the place that a unit had before today began, whatever it was achieved on', () => {
    const board = new SmallBoard();
    board.post('ada', '10');
    board.post('bo', '8');
    expect(rowsOf(board, 'form:output')).toMatchObject({
      ada: { before: null },
      bo: { before: null },
    });
    const tomorrow = today + dayMs;
    expect(rowsOf(board, 'form:output', tomorrow)).toMatchObject({
      ada: { unit: 'ada', before: 1 },
      bo: { unit: 'bo', before: 2 },
    });
  });

  it('[RK17] follows the ranking of the same name: a period has only those who have results in it', () => {
    const board = new SmallBoard();
    board.post('ada', '10', '2026-05-31');
    board.post('bo', '8', '2026-06-01');
    expect(Object.keys(rowsOf(board, 'form:output:month'))).toEqual(['bo']);
    expect(Object.keys(rowsOf(board, 'form:output'))).toEqual(['ada', 'bo']);
    expect(createView(board.state, 'form:output:year')).toBeUndefined();
    expect(createView(board.state, 'form:none')).toBeUndefined();
  });

  it('[RK17] tells the newest eight results in the order of achievement', () => {
    const board = new SmallBoard();
    for (let day = 1; day <= 9; day++) board.post('ada', `${day}`, `2026-05-0${day}`);
    board.post('ada', '99', '2026-05-04');
    expect(rowsOf(board, 'form:output')).toMatchObject({
      ada: { last: ['3.0', '4.0', '99.0', '5.0', '6.0', '7.0', '8.0', '9.0'] },
    });
  });
});

describe('duels', () => {
  it('[RK18] tells the neighbours whose scores are nearest, and by how much', () => {
    const board = new SmallBoard();
    for (const [unit, value] of [
      ['ada', '20'],
      ['bo', '15'],
      ['cy', '14.5'],
      ['dee', '9'],
    ] as const)
      board.post(unit, value);
    expect(rowsOf(board, 'duels')).toEqual({
      output: {
        metric: 'output',
        ahead: { unit: 'bo', place: 2, score: '15.0' },
        behind: { unit: 'cy', place: 3, score: '14.5' },
        by: '0.5',
        closeness: 33_333,
      },
    });
  });

  it('[RK18] who shares a place is in no duel, and where lower is better the lower one is ahead', () => {
    const board = new SmallBoard({ direction: 'lower' });
    board.post('ada', '5');
    board.post('bo', '5');
    expect(rowsOf(board, 'duels')).toEqual({});
    board.post('cy', '6.5');
    expect(rowsOf(board, 'duels')).toMatchObject({
      output: { ahead: { place: 1, score: '5.0' }, behind: { unit: 'cy', place: 3 }, by: '1.5' },
    });
  });
});
