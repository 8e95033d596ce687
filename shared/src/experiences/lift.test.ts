import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import { dayAfter, LearningBoard } from '../testing/learning-board.ts';
import { adoptionState } from './experience.ts';
import { liftOf, type Lift } from './lift.ts';

// Every host of the tests has it; the package itself is written for none.
const { structuredClone } = globalThis as unknown as {
  structuredClone: (value: unknown) => unknown;
};

function started(metric: object = {}): LearningBoard {
  const board = new LearningBoard({ decimals: 0, ...metric });
  board.postAt('ada', [[-40, 99]]);
  board.postAt('bo', [[-300, 1]]);
  board.write('setup');
  if (!board.experience('setup').adoptions.has('bo'))
    board.add({ type: 'experience.offered', experience: 'setup', unit: 'bo' });
  return board;
}

const lift = (board: LearningBoard, id = 'setup', unit = 'bo'): Lift | undefined =>
  liftOf(board.state, board.experience(id), board.adoption(id, unit));

const weekly = (from: number, values: number[]) =>
  values.map((value, at) => [from + at * 7, value] as const);

describe('lift', () => {
  /*
   * Before, in the five weeks up to the adoption: 62, 60, 63, 67; after it 68, 66, 71, 67, 68 in
   * five weeks. Means 63 and 68, variances 26/3 and 3.5; error √(26/12 + 3.5/5) = 1.69312; degrees
   * of freedom 2.86667² / (2.16667²/3 + 0.7²/4) = 4.8703, rounded down 4, t = 2.7764; half width
   * 4.70077. Lift 5.0, from 0.3 to 9.7; of the mean before 5 / 63 = 7.9 %.
   */
  it('[EX9] is the mean after less the mean before, with its interval, by hand', () => {
    const board = started();
    board.postAt('bo', weekly(-28, [62, 60, 63, 67]));
    board.adopt('setup', 'bo');
    expect(lift(board)).toMatchObject({ kind: 'too-few', before: { results: 4 } });
    board.postAt('bo', weekly(0, [68, 66, 71, 67, 68]));
    expect(lift(board)).toEqual({
      kind: 'measured',
      weeks: 5,
      before: { results: 4, mean: '63.0' },
      after: { results: 5, mean: '68.0' },
      lift: '5.0',
      low: '0.3',
      high: '9.7',
      percent: '7.9',
      verdict: 'better',
    });
  });

  it('[EX9] counts a fall as a rise where lower is better', () => {
    const board = started({ direction: 'lower' });
    board.postAt('bo', weekly(-28, [68, 66, 71, 67]));
    board.adopt('setup', 'bo');
    board.postAt('bo', weekly(0, [62, 60, 63, 67, 63]));
    expect(lift(board)).toMatchObject({ kind: 'measured', lift: '5.0', percent: '7.4' });
  });

  it('[EX11] fewer than three results on a side are too few to say anything', () => {
    const board = started();
    board.postAt('bo', weekly(-14, [62, 60]));
    board.adopt('setup', 'bo');
    board.postAt('bo', weekly(0, [70, 71, 72, 73]));
    expect(lift(board)).toEqual({
      kind: 'too-few',
      needed: 3,
      weeks: 4,
      before: { results: 2, mean: '61.0' },
      after: { results: 4, mean: '71.5' },
    });
  });

  it('[EX12] compares as many weeks before as after, from 4 to 26', () => {
    const board = started();
    board.postAt('bo', weekly(-28, [1, 2, 3, 4]));
    board.postAt('bo', [
      [-29, 5],
      [-182, 6],
      [-183, 7],
    ]);
    board.adopt('setup', 'bo');
    board.postAt('bo', weekly(0, [8, 8, 8]));
    expect(lift(board)).toMatchObject({ weeks: 4, before: { results: 4 } });
    board.postAt('bo', [[28, 9]]);
    expect(lift(board)).toMatchObject({ weeks: 5, before: { results: 5 }, after: { results: 4 } });
    board.postAt('bo', [
      [181, 9],
      [183, 9],
    ]);
    expect(lift(board)).toMatchObject({ weeks: 26, before: { results: 6 }, after: { results: 5 } });
  });

  it('[EX12] no result counts for two experiences: a comparison ends at the next adoption', () => {
    const board = started();
    board.write('second');
    board.postAt('bo', weekly(-28, [10, 11, 12, 13]));
    board.postAt('bo', weekly(0, [20, 21, 22, 23]));
    board.postAt('bo', weekly(28, [30, 31, 32, 33]));
    board.adopt('setup', 'bo');
    if (!board.experience('second').adoptions.has('bo'))
      board.add({ type: 'experience.offered', experience: 'second', unit: 'bo' });
    board.adopt('second', 'bo', dayAfter(28));
    expect(lift(board)).toMatchObject({ before: { mean: '11.5' }, after: { mean: '21.5' } });
    expect(lift(board, 'second')).toMatchObject({
      before: { mean: '21.5' },
      after: { mean: '31.5' },
    });
  });

  it('[EX13] annulled and joint results do not count', () => {
    const board = started();
    board.postAt('bo', weekly(-28, [10, 11, 12, 13]));
    board.adopt('setup', 'bo');
    board.postAt('bo', weekly(0, [20, 21, 22]));
    const seq = board.state.seq;
    board.post('bo', '900', dayAfter(15), {
      partners: [{ unit: 'cy', role: 'performed', weight: 1 }],
      ownWeight: 1,
    });
    expect(lift(board)).toMatchObject({ after: { results: 3 } });
    board.add({ type: 'result.annulled', result: seq, reason: 'wrong gauge' });
    expect(lift(board)).toMatchObject({ kind: 'too-few', after: { results: 2 } });
  });

  const marks = fc.array(
    fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 99 })),
    { minLength: 0, maxLength: 30 },
  );

  it('[EX14] does not depend on the order in which results arrive', () => {
    fc.assert(
      fc.property(
        marks.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        fc.nat(30),
        ([all, shuffled], adoptAfter) => {
          const make = (list: readonly (readonly [number, number])[]) => {
            const board = started();
            board.postAt('bo', list.slice(0, adoptAfter));
            board.adopt('setup', 'bo');
            board.postAt('bo', list.slice(adoptAfter));
            const adoption = board.adoption('setup', 'bo');
            return { lift: lift(board), state: adoptionState(adoption) };
          };
          expect(make(shuffled)).toEqual(make(all));
        },
      ),
    );
  });

  it('[EX15] a snapshot and the entries after it are the board of all entries', () => {
    fc.assert(
      fc.property(marks, fc.nat(30), (all, cut) => {
        const whole = started();
        const early = started();
        for (const board of [whole, early]) {
          board.adopt('setup', 'bo');
          board.postAt('bo', all.slice(0, cut));
        }
        const late = new LearningBoard();
        Object.assign(late, { state: loadBoard(structuredClone(dumpBoard(early.state))) });
        for (const board of [whole, late]) board.postAt('bo', all.slice(cut));
        expect(late.state.books).toEqual(whole.state.books);
        expect(lift(late)).toEqual(lift(whole));
      }),
    );
  });
});

describe('sustained', () => {
  const grown = () => {
    const board = started();
    board.postAt('bo', weekly(-28, [10, 11, 12, 13]));
    board.adopt('setup', 'bo');
    return board;
  };
  const kinds = (applied: { happenings: { kind: string }[] }[]) =>
    applied.flatMap(({ happenings }) => happenings.map(({ kind }) => kind));

  it('[EX16] is reached by five results over four weeks whose lift is surely above zero', () => {
    const board = grown();
    board.postAt('bo', weekly(0, [20, 21, 22, 23]));
    expect(adoptionState(board.adoption('setup', 'bo'))).toBe('adopted');
    board.postAt('bo', [[27, 24]]);
    expect(adoptionState(board.adoption('setup', 'bo'))).toBe('adopted');
    const [last] = board.postAt('bo', [[28, 24]]);
    expect(adoptionState(board.adoption('setup', 'bo'))).toBe('sustained');
    expect(last?.happenings.at(-1)).toMatchObject({
      kind: 'experience-sustained',
      unit: 'bo',
      from: 'ada',
      experience: 'setup',
    });
    expect(last?.touched.areas).toContain('experiences');
  });

  it('[EX16] is not reached where the interval holds zero', () => {
    const board = grown();
    board.postAt('bo', weekly(0, [2, 21, 5, 30, 11, 12]));
    expect(lift(board)).toMatchObject({ kind: 'measured', verdict: 'unclear' });
    expect(adoptionState(board.adoption('setup', 'bo'))).toBe('adopted');
  });

  it('[EX17] is lost when its results are, and is news only once', () => {
    const board = grown();
    const first = board.postAt('bo', weekly(0, [20, 21, 22, 23, 24]));
    expect(kinds(first)).toContain('experience-sustained');
    board.add({ type: 'result.annulled', result: board.state.seq, reason: 'wrong gauge' });
    expect(adoptionState(board.adoption('setup', 'bo'))).toBe('adopted');
    const again = board.postAt('bo', [[30, 25]]);
    expect(adoptionState(board.adoption('setup', 'bo'))).toBe('sustained');
    expect(kinds(again)).not.toContain('experience-sustained');
  });

  it('[EX17] ends when the unit gives it up', () => {
    const board = grown();
    board.postAt('bo', weekly(0, [20, 21, 22, 23, 24]));
    board.move('setup', 'bo', 'not-applicable', dayAfter(40));
    expect(adoptionState(board.adoption('setup', 'bo'))).toBe('not-applicable');
    expect(lift(board)).toBeUndefined();
    expect(board.state.books.experiences.adopters.size).toBe(0);
  });

  it('[EX16] what was adopted before its results were entered is judged by them at once', () => {
    const board = started();
    board.postAt('bo', [...weekly(-28, [10, 11, 12, 13]), ...weekly(0, [20, 21, 22, 23, 24])]);
    const { happenings } = board.adopt('setup', 'bo');
    expect(happenings.map(({ kind }) => kind)).toEqual([
      'experience-adopted',
      'experience-sustained',
    ]);
  });
});
