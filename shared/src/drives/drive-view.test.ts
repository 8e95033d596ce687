import { expect, it } from 'vitest';
import { changeOf } from '../views/change.ts';
import { createView } from '../views/create-view.ts';
import { DriveBoard } from './testing/drive-board.ts';

const may20 = Date.parse('2026-05-20T12:00:00Z');

function viewOf(board: DriveBoard) {
  const view = createView(board.state, 'drive:spring');
  if (!view) throw new Error('there is no such topic');
  return view;
}

it('[DR22] the topic holds the drive with its moments and a row for each unit, without result lists', () => {
  const board = new DriveBoard();
  board.runDrive({ reviewOn: '2026-05-15', lastPlacesHidden: 1, graceHours: 1 });
  board.post('ada', '110', '2026-05-02');
  const rows = viewOf(board).rows(may20);
  expect([...rows.keys()]).toEqual(['drive', 'ada', 'bo', 'cy', 'dee']);
  expect(rows.get('drive')).toMatchObject({
    id: 'spring',
    state: 'running',
    startsAt: '2026-04-30T22:00:00.000Z',
    endsAt: '2026-05-31T22:00:00.000Z',
    graceEndsAt: '2026-05-31T23:00:00.000Z',
    reviewAt: '2026-05-14T22:00:00.000Z',
    tasks: [{ id: 'more', metric: 'output', aggregate: 'sum', baseline: '100', target: '120' }],
    par: '100.00',
    lastPlacesHidden: 1,
    rows: 4,
  });
  expect(rows.get('ada')).toMatchObject({ place: 1, score: '50.00', terms: [{ count: 1 }] });
  expect(JSON.stringify([...rows])).not.toContain('results');
});

it('[DR22] a draft has no topic, and a unit may be called drive', () => {
  const board = new DriveBoard();
  board.putDrive();
  expect(createView(board.state, 'drive:spring')).toBeUndefined();
  board.move('pledging');
  board.add({ type: 'unit.put', id: 'drive', name: 'The drive', sector: 'north' });
  const rows = viewOf(board).rows(may20);
  expect(rows.get('drive')).toMatchObject({ id: 'spring' });
  expect(rows.get('unit:drive')).toMatchObject({ unit: 'drive' });
});

it('[DR22] a drive is asked anew only when something it rests on changed', () => {
  const board = new DriveBoard();
  board.addMetric('waste', { direction: 'lower' });
  board.addMetric('race', { direction: 'lower', decimals: 0 });
  board.runDrive({ tieBreaks: ['countback:race'] });
  const view = viewOf(board);
  const touches = (applied: ReturnType<DriveBoard['add']>) => view.touchedBy(changeOf([applied]));
  expect(touches(board.post('ada', '1'))).toBe(true);
  expect(touches(board.postIn('race', 'ada', '1', '2026-05-02'))).toBe(true);
  expect(touches(board.postIn('waste', 'ada', '1', '2026-05-02'))).toBe(false);
  expect(touches(board.move('review'))).toBe(true);
  const before = view.rows(may20);
  board.postIn('waste', 'ada', '2', '2026-05-03');
  expect(view.rows(may20).get('ada')).toBe(before.get('ada'));
});

it('[DR22] the board names its opened drives', () => {
  const board = new DriveBoard();
  board.putDrive();
  const view = createView(board.state, 'board');
  expect(view?.rows(may20).has('drive:spring')).toBe(false);
  const opened = board.move('pledging');
  expect(view?.touchedBy(changeOf([opened]))).toBe(true);
  expect(view?.rows(may20).get('drive:spring')).toMatchObject({ kind: 'drive', state: 'pledging' });
});

it('[DR28] a veiled drive tells since when it shows what it showed then', () => {
  const board = new DriveBoard();
  board.runDrive();
  const head = () => viewOf(board).rows(may20).get('drive');
  expect(head()).not.toHaveProperty('frozenAt');
  board.move('frozen');
  const frozen = board.state.books.drives.get('spring')?.history.at(-1);
  expect(frozen?.to).toBe('frozen');
  expect(head()).toMatchObject({ veiled: true, frozenAt: frozen?.at });
});
