import { describe, expect, test } from 'vitest';
import { DriveBoard } from '../drives/testing/drive-board.ts';
import type { Criterion } from '../vocabulary/honour.ts';
import { candidatesOf } from './candidates.ts';

const now = Date.UTC(2026, 5, 2);

/** A drive through May: ada reached 120 of a plan from 100 to 120, bo 110, cy 130, dee 90. */
function ranDrive(): DriveBoard {
  const board = new DriveBoard({ decimals: 0 });
  board.putDrive();
  board.move('pledging');
  board.move('running');
  for (const [unit, value] of [
    ['ada', '120'],
    ['bo', '110'],
    ['cy', '130'],
    ['dee', '90'],
  ] as const)
    board.post(unit, value, '2026-05-10');
  return board;
}

function candidates(board: DriveBoard, criterion: Criterion) {
  const title = { id: 't', name: 'T', words: 'W', criterion, period: 'month' as const };
  return candidatesOf(board.state, title, now);
}

describe('titles of drives', () => {
  test('[HN2] the first places of a running drive would win, of a closed one are proposed', () => {
    const board = ranDrive();
    const first = { kind: 'drive', by: 'level', places: 2 } as const;
    expect(candidates(board, first)).toMatchObject([
      { unit: 'cy', place: 1, drive: 'spring', standing: 'would-be' },
      { unit: 'ada', place: 2, drive: 'spring', standing: 'would-be' },
    ]);
    board.move('closed');
    expect(candidates(board, first).map(({ standing }) => standing)).toEqual([
      'proposed',
      'proposed',
    ]);
  });

  test('[HN2] a frozen drive has no winner for good yet', () => {
    const board = ranDrive();
    board.move('frozen');
    board.move('closed');
    const [first] = candidates(board, { kind: 'drive', by: 'level', places: 1 });
    expect(first).toMatchObject({ unit: 'cy', standing: 'would-be' });
  });

  test('[HN1] a sector leads who is first in it and reached every target', () => {
    // north: ada at 100 % leads bo at 50 %; south: cy at 150 % leads dee below the baseline.
    expect(candidates(ranDrive(), { kind: 'drive-sector' })).toMatchObject([
      { unit: 'cy', place: 1 },
      { unit: 'ada', place: 1 },
    ]);
    const board = ranDrive();
    // Half of ada's plan is gone, so north has a leader again, and it is below its target.
    board.add({ type: 'result.annulled', result: board.state.seq - 3, reason: 'counted twice' });
    expect(candidates(board, { kind: 'drive-sector' }).map(({ unit }) => unit)).toEqual(['cy']);
  });

  test('[HN2] a drive that has not begun has no candidate', () => {
    const board = new DriveBoard();
    board.putDrive();
    expect(candidates(board, { kind: 'drive', by: 'level', places: 1 })).toEqual([]);
  });
});
