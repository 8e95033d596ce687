import { expect, it } from 'vitest';
import { dueFacts } from '../board/due.ts';
import { copyPlain } from '../board/plain-copy.ts';
import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import { driveStates, type DriveState } from '../vocabulary/drive.ts';
import { draftDriveMove } from './draft-move.ts';
import { veiledDrives } from './queries.ts';
import { DriveBoard } from './testing/drive-board.ts';

/** The way of a drive through all its states. */
const wayTo: Record<DriveState, DriveState[]> = {
  draft: [],
  pledging: ['pledging'],
  running: ['pledging', 'running'],
  review: ['pledging', 'running', 'review'],
  frozen: ['pledging', 'running', 'frozen'],
  closed: ['pledging', 'running', 'frozen', 'closed'],
  finalised: ['pledging', 'running', 'frozen', 'closed', 'finalised'],
};

function boardIn(state: DriveState): DriveBoard {
  const board = new DriveBoard();
  board.putDrive();
  for (const to of wayTo[state]) board.move(to);
  return board;
}

it('[DR1] a drive moves only from a state to one of those that follow it', () => {
  const allowed: Record<DriveState, DriveState[]> = {
    draft: ['pledging'],
    pledging: ['running'],
    running: ['review', 'frozen', 'closed'],
    review: ['running', 'frozen', 'closed'],
    frozen: ['closed'],
    closed: ['finalised'],
    finalised: [],
  };
  for (const from of driveStates)
    for (const to of driveStates) {
      const board = boardIn(from);
      const drafted = draftDriveMove(board.state, 'spring', { to });
      const isAllowed = allowed[from].includes(to);
      expect(drafted, `${from} to ${to}`).toMatchObject(
        isAllowed
          ? { kind: 'fact', fact: { type: 'drive.moved', id: 'spring', to } }
          : { problems: [{ kind: 'drive-state', path: 'to' }] },
      );
      // A fact that slipped by a check changes nothing either.
      const applied = board.move(to);
      expect(applied.unfit === undefined).toBe(isAllowed);
      expect(board.drive.state).toBe(isAllowed ? to : from);
    }
});

it('[DR2] each move is announced; the way back from a review is none', () => {
  const board = boardIn('review');
  board.move('running');
  for (const to of ['frozen', 'closed', 'finalised'] as const) board.move(to);
  const kinds = board.state.feed.happenings.map(({ kind }) => kind);
  expect(kinds).toEqual([
    'drive-opened',
    'drive-started',
    'drive-review',
    'drive-frozen',
    'drive-closed',
    'drive-finalised',
  ]);
  expect(board.drive.history.map(({ to }) => to)).toEqual([
    'draft',
    'pledging',
    'running',
    'review',
    'running',
    'frozen',
    'closed',
    'finalised',
  ]);
});

const due = (board: DriveBoard, time: string) =>
  dueFacts(board.state, Date.parse(time)).map(({ fact }) => ('to' in fact ? fact.to : undefined));

it('[DR3] the clock starts, reviews, freezes and closes at the moments of the zone of the board', () => {
  const dates = { reviewOn: '2026-06-15', freezeAt: '2026-06-25T10:00:00.000Z', graceHours: 24 };
  const board = new DriveBoard();
  board.putDrive({ from: '2026-06-01', to: '2026-06-30', ...dates });
  expect(due(board, '2027-01-01T00:00:00Z')).toEqual([]);
  board.move('pledging');
  // Paris is two hours ahead of UTC in June.
  expect(due(board, '2026-05-31T21:59:59Z')).toEqual([]);
  expect(due(board, '2026-05-31T22:00:00Z')).toEqual(['running']);
  board.move('running');
  expect(due(board, '2026-06-14T21:59:59Z')).toEqual([]);
  expect(due(board, '2026-06-14T22:00:00Z')).toEqual(['review']);
  board.move('review');
  board.move('running');
  expect(due(board, '2026-06-15T12:00:00Z')).toEqual([]);
  expect(due(board, '2026-06-25T10:00:00Z')).toEqual(['frozen']);
  board.move('frozen');
  // What is frozen waits for the presenter.
  expect(due(board, '2027-01-01T00:00:00Z')).toEqual([]);
});

it('[DR3] a drive that is never frozen closes when its grace is over', () => {
  const board = new DriveBoard();
  board.putDrive({ from: '2026-06-01', to: '2026-06-30', graceHours: 24 });
  board.move('pledging');
  board.move('running');
  expect(due(board, '2026-07-01T21:59:59Z')).toEqual([]);
  expect(due(board, '2026-07-01T22:00:00Z')).toEqual(['closed']);
});

it('[DR4] a removed draft and a later drive of its id do not share the key of a due move', () => {
  const board = new DriveBoard();
  const keyNow = () => dueFacts(board.state, Date.parse('2026-07-01T00:00:00Z'))[0]?.key;
  board.putDrive();
  const first = board.drive.created;
  board.add({ type: 'drive.removed', id: 'spring' });
  board.putDrive();
  board.move('pledging');
  expect(keyNow()).toBe(`due:drive:spring:${first + 2}:running`);
});

it('[DR5] a drive is veiled from its freeze until its last row is revealed', () => {
  const board = boardIn('running');
  const veiled = () => veiledDrives(board.state).map(({ id }) => id);
  expect(veiled()).toEqual([]);
  board.move('frozen');
  expect(veiled()).toEqual(['spring']);
  // Nothing is revealed before it is closed.
  board.add({ type: 'drive.revealed', drive: 'spring', count: 1 });
  expect(board.drive.revealed).toBe(0);
  board.move('closed');
  expect(veiled()).toEqual(['spring']);
  board.add({ type: 'drive.revealed', drive: 'spring', count: 3 });
  expect(veiled()).toEqual(['spring']);
  // Four units take part.
  board.add({ type: 'drive.revealed', drive: 'spring', count: 4 });
  expect(veiled()).toEqual([]);
});

it('[DR5] finalising lifts the veil; closing what was never frozen drops none', () => {
  expect(veiledDrives(boardIn('finalised').state)).toEqual([]);
  const board = boardIn('running');
  board.move('closed');
  expect(veiledDrives(board.state)).toEqual([]);
});

it('[DR6] a snapshot holds the drives as they are', () => {
  const board = boardIn('finalised');
  const loaded = loadBoard(copyPlain(dumpBoard(board.state)));
  expect(loaded.books).toEqual(board.state.books);
});
