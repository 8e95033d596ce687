import { expect, test } from 'vitest';
import { previewChange } from '../board/preview.ts';
import { DriveBoard } from '../drives/testing/drive-board.ts';
import { consequences, dependentsOf } from './consequences.ts';

const now = Date.UTC(2026, 5, 2);

/** ada reached 120 of a plan from 100 to 120 in two results, bo 115; the first place is a title. */
function board(): DriveBoard {
  const made = new DriveBoard({ decimals: 0 });
  made.putDrive();
  made.move('pledging');
  made.move('running');
  made.add({
    type: 'title.put',
    id: 'winner',
    name: 'Winner',
    words: 'First in the drive',
    criterion: { kind: 'drive', by: 'level', places: 1 },
    period: 'month',
  });
  made.post('ada', '110', '2026-05-02');
  made.post('ada', '10', '2026-05-03');
  made.post('bo', '115', '2026-05-04');
  made.add({
    type: 'honour.awarded',
    id: 'spring',
    title: 'winner',
    unit: 'ada',
    citation: 'First',
    drive: 'spring',
  });
  return made;
}

function annul(made: DriveBoard) {
  const result = made.state.seq - 2;
  return made.entryOf({ type: 'result.annulled', result, reason: 'counted twice' });
}

test('[VF14] a change says which places of drives and which candidates it moves', () => {
  const made = board();
  const before = dependentsOf(made.state, 'output', now);
  const { state } = previewChange(made.state, annul(made));
  // ada falls from 100 % of the plan to 50 %, behind bo with 75 %.
  expect(consequences(state, before, dependentsOf(state, 'output', now))).toEqual({
    drives: [
      {
        drive: 'spring',
        unit: 'ada',
        before: { place: 1, score: '100.00' },
        after: { place: 2, score: '50.00' },
      },
      {
        drive: 'spring',
        unit: 'bo',
        before: { place: 2, score: '75.00' },
        after: { place: 1, score: '75.00' },
      },
    ],
    honours: [
      { title: 'winner', unit: 'ada', drive: 'spring', change: 'lost', awarded: ['spring'] },
      { title: 'winner', unit: 'bo', drive: 'spring', change: 'gained', awarded: [] },
    ],
  });
});

test('[VF15] a finalised drive is not changed by anything', () => {
  const made = board();
  made.move('closed');
  made.move('finalised');
  const before = dependentsOf(made.state, 'output', now);
  const { state } = previewChange(made.state, annul(made));
  expect(consequences(state, before, dependentsOf(state, 'output', now))).toEqual({
    drives: [],
    honours: [],
  });
});
