import { expect, it } from 'vitest';
import { resultIdAt } from '../results/result-id.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { changeOf } from '../views/change.ts';
import { createView } from '../views/create-view.ts';

it('[VF11] the topic holds the queue, and a record leaves it when its window ends', () => {
  const board = new SmallBoard();
  const { state } = board;
  const view = createView(state, 'verification');
  const rowsAt = (now: number) => Object.fromEntries(view?.rows(now) ?? []);
  const now = Date.UTC(2026, 5, 1, 13);
  expect(rowsAt(now)).toMatchObject({ summary: { waiting: 0, breakthroughs: 0 } });
  board.add({
    type: 'verification.ruled',
    witnesses: 0,
    objectionDays: 1,
    breakthroughsNeedVerification: true,
  });
  expect(view?.touchedBy(changeOf([board.post('ada', '5')]))).toBe(true);
  const key = `case:${resultIdAt(state, state.seq)}`;
  expect(rowsAt(now)).toMatchObject({
    summary: { waiting: 1, rules: { objectionDays: 1 } },
    [key]: { missing: ['verification'] },
  });
  board.add({ type: 'result.verified', result: state.seq });
  const end = Date.UTC(2026, 5, 2, 22);
  expect(rowsAt(end - 1)).toMatchObject({ [key]: { missing: ['window'] } });
  expect(Object.keys(rowsAt(end))).toEqual(['summary']);
});
