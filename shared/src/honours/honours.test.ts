import { describe, expect, test } from 'vitest';
import { LearningBoard } from '../testing/learning-board.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { changeOf } from '../views/change.ts';
import { createView } from '../views/create-view.ts';
import type { TitleBody } from '../vocabulary/honour.ts';
import { candidatesOf } from './candidates.ts';
import { draftHonour } from './check.ts';
import { modelUnits } from './model-units.ts';

const may = { from: 20574, to: 20604 };
const now = Date.UTC(2026, 4, 20, 12);

function boardWith(title: Partial<TitleBody> = {}): SmallBoard {
  const board = new SmallBoard();
  board.add({
    type: 'title.put',
    id: 'model',
    name: 'Model unit',
    words: 'Sets the example of the month',
    criterion: { kind: 'model-unit', places: 1 },
    period: 'month',
    ...title,
  });
  return board;
}

const award = { title: 'model', unit: 'ada', citation: 'For May' };

describe('the model-unit ranking', () => {
  test('[HN6] counts the widest record of a result, shared by its parties', () => {
    const board = boardWith();
    board.post('ada', '10', '2026-05-01');
    board.post('cy', '12', '2026-05-02');
    board.post('ada', '14', '2026-05-03', {
      partners: [{ unit: 'bo', role: 'performed', weight: 1 }],
      ownWeight: 1,
    });
    // cy's 12 broke the board's record (5). The joint 14 broke the board's, north's and ada's own:
    // 5 once, half each.
    expect(modelUnits(board.state, may)).toMatchObject([
      { place: 1, unit: 'cy', score: '5.00' },
      { place: 2, unit: 'ada', score: '2.50', terms: [{ kind: 'board-record', count: 1 }] },
      { place: 2, unit: 'bo', score: '2.50' },
    ]);
  });

  test('[HN7] a first mark broke no record, an equal one neither', () => {
    const board = boardWith();
    board.post('ada', '10', '2026-05-01');
    board.post('bo', '10', '2026-05-02');
    expect(modelUnits(board.state, may)).toEqual([]);
    board.post('bo', '11', '2026-05-03');
    expect(modelUnits(board.state, may)).toMatchObject([{ unit: 'bo', score: '5.00' }]);
  });

  test('[HN8] helping counts for the helper, and no more once the result is annulled', () => {
    const board = boardWith();
    board.post('ada', '10', '2026-05-01', {
      partners: [
        { unit: 'cy', role: 'helped', weight: 1 },
        { unit: 'bo', role: 'performed', weight: 1 },
      ],
      ownWeight: 1,
    });
    expect(modelUnits(board.state, may)).toMatchObject([
      { unit: 'cy', score: '1.00', terms: [{ kind: 'helped', count: 1 }] },
    ]);
    board.add({ type: 'result.annulled', result: board.state.seq, reason: 'not measured' });
    expect(modelUnits(board.state, may)).toEqual([]);
  });
});

/** bo adopts what ada wrote, and its results then are better for good; cy adopts without results. */
function boardOfLearners(): LearningBoard {
  const board = new LearningBoard({ decimals: 0 });
  const weekly = (from: number, values: number[]) =>
    values.map((value, at) => [from + at * 7, value] as const);
  board.postAt('ada', [[-40, 50]]);
  board.postAt('bo', weekly(-28, [20, 21, 20, 21]));
  board.postAt('cy', weekly(-28, [20, 21, 20, 21]));
  board.write('setup');
  board.adopt('setup', 'bo');
  board.adopt('setup', 'cy');
  board.postAt('bo', weekly(1, [30, 31, 30, 31]));
  return board;
}

describe('learning', () => {
  test('[HN11] the originator and the adopters gain', () => {
    const rows = modelUnits(boardOfLearners().state, { from: -Infinity, to: Infinity });
    const term = (unit: string, kind: string) =>
      rows.find((row) => row.unit === unit)?.terms.find((each) => each.kind === kind);
    expect(term('ada', 'experience-adopted')).toMatchObject({
      count: 2,
      points: '6.00',
      experiences: ['setup'],
    });
    expect(term('bo', 'learned')).toMatchObject({ count: 1, points: '2.00' });
    expect(term('cy', 'learned')).toMatchObject({ count: 1, points: '2.00' });
  });

  test('[HN12] the largest lift is what is proved, with enough adoptions', () => {
    const { state } = boardOfLearners();
    const title = (adoptions: number) =>
      ({
        id: 't',
        name: 'T',
        words: 'W',
        criterion: { kind: 'lift-given', adoptions },
        period: 'all',
      }) as const;
    // bo's mean rose from 20.5 to 30.5, by 48.8 %; cy has too few results to say.
    expect(candidatesOf(state, title(2), now)).toMatchObject([
      { unit: 'ada', place: 1, figure: { kind: 'lift', value: '48.8' } },
    ]);
    expect(candidatesOf(state, title(3), now)).toEqual([]);
  });
});

describe('candidates', () => {
  test('[HN1] [HN2] are who would win if the month ended now', () => {
    const board = boardWith({ criterion: { kind: 'records', scope: 'board', atLeast: 1 } });
    board.post('ada', '10', '2026-04-01');
    board.post('ada', '11', '2026-04-02');
    board.post('cy', '12', '2026-05-02');
    const title = board.state.books.honours.titles.get('model');
    if (!title) throw new Error('the title is there');
    expect(candidatesOf(board.state, title, now)).toEqual([
      {
        title: 'model',
        unit: 'cy',
        place: 1,
        standing: 'would-be',
        figure: { kind: 'records', value: '1' },
      },
    ]);
    board.post('ada', '13', '2026-05-03');
    board.post('ada', '14', '2026-05-04');
    expect(candidatesOf(board.state, title, now).map(({ unit, place }) => [unit, place])).toEqual([
      ['ada', 1],
      ['cy', 2],
    ]);
  });

  test('[HN1] a title of words alone proposes nobody', () => {
    const board = boardWith({ criterion: { kind: 'words' } });
    board.post('ada', '10', '2026-05-01');
    board.post('ada', '11', '2026-05-02');
    const [title] = board.state.books.honours.titles.values();
    expect(title && candidatesOf(board.state, title, now)).toEqual([]);
  });
});

describe('honours', () => {
  test('[HN3] the same award again is the same honour, another one is refused', () => {
    const board = boardWith();
    const drafted = draftHonour(board.state, 'may', award);
    if (drafted.kind !== 'fact') throw new Error('nothing stands against it');
    const { happenings } = board.add(drafted.fact);
    expect(happenings).toMatchObject([{ kind: 'honour', honour: 'may', unit: 'ada' }]);
    expect(draftHonour(board.state, 'may', award).kind).toBe('same');
    const other = draftHonour(board.state, 'may', { ...award, unit: 'bo' });
    expect(other).toMatchObject({ kind: 'problems', problems: [{ kind: 'honour-exists' }] });
    expect(board.add({ type: 'honour.awarded', id: 'may', ...award })).toMatchObject({
      unfit: 'conflict',
      happenings: [],
    });
  });

  test('[HN4] [HN5] a withdrawn honour stays, under the name its title had', () => {
    const board = boardWith();
    board.add({ type: 'honour.awarded', id: 'may', ...award });
    board.add({ type: 'title.removed', id: 'model' });
    board.add({ type: 'honour.withdrawn', id: 'may', reason: 'given to the wrong shift' });
    expect(board.state.books.honours.honours.get('may')).toMatchObject({
      titleName: 'Model unit',
      unit: 'ada',
      withdrawn: { reason: 'given to the wrong shift' },
    });
    expect(board.add({ type: 'honour.withdrawn', id: 'may', reason: 'again' }).unfit).toBe(
      'conflict',
    );
  });
});

describe('the topic of a unit', () => {
  test('[HN3] holds its honours', () => {
    const board = boardWith();
    const view = createView(board.state, 'unit:ada');
    const applied = board.add({ type: 'honour.awarded', id: 'may', ...award });
    expect(view?.touchedBy(changeOf([applied]))).toBe(true);
    expect(view?.rows(now).get('honour:may')).toMatchObject({
      kind: 'honour',
      titleName: 'Model unit',
    });
    expect(createView(board.state, 'unit:bo')?.rows(now).has('honour:may')).toBe(false);
  });
});
