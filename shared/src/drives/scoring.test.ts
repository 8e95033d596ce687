import { describe, expect, it } from 'vitest';
import type { DriveRow } from './row.ts';
import { scoreDrive } from './standings.ts';
import { afterDrive, DriveBoard } from './testing/drive-board.ts';

/** The terms of a row: `more 116.0 80.00% 240.00`, `breakthrough 20.00`. */
const told = ({ terms }: DriveRow): string[] =>
  terms.map((term) =>
    term.kind === 'task'
      ? `${term.task} ${term.value} ${term.fulfilment}% ${term.points}`
      : `${term.bonus} ${term.points}`,
  );

/**
 * Output is summed (higher is better, a breakthrough from 10 on), waste averaged (lower is better),
 * and of the cold the latest counts (lower is better, below zero).
 *
 *   task  baseline  target  weight   fulfilment = (value - baseline) / (target - baseline)
 *   more       100     120       3   (value - 100) / 20
 *   less         8       5       2   (value - 8) / -3
 *   cold       -10     -18       1   (value + 10) / -8
 */
function handComputed(): DriveBoard {
  const board = new DriveBoard({ breakthroughMargin: '10' });
  board.addMetric('waste', { direction: 'lower', aggregate: 'mean' });
  board.addMetric('cold', { direction: 'lower', aggregate: 'latest' });
  for (const [metric, unit, value] of [
    ['output', 'ada', '30'],
    ['output', 'bo', '28'],
    ['output', 'cy', '25'],
    ['waste', 'ada', '7'],
    ['waste', 'bo', '9'],
  ] as const)
    board.postIn(metric, unit, value, '2026-04-10');
  board.putDrive({
    tasks: [
      { id: 'more', metric: 'output', baseline: '100', target: '120', weight: '3' },
      { id: 'less', metric: 'waste', baseline: '8', target: '5', weight: '2' },
      { id: 'cold', metric: 'cold', baseline: '-10', target: '-18' },
    ],
    bonuses: {
      boardRecord: '12',
      sectorRecord: '6',
      unitRecord: '2',
      breakthrough: '20',
      joint: '9',
      adopted: '5',
    },
  });
  board.move('pledging');
  board.add({ type: 'drive.pledged', drive: 'spring', unit: 'ada', tasks: { more: '130' } });
  const how = { unit: 'dee', sector: 'south', metric: 'cold', title: 'How', change: 'This way.' };
  board.add({ type: 'experience.written', id: 'how', ...how });
  board.add({ type: 'experience.offered', experience: 'how', unit: 'ada' });
  board.move('running');
  for (const to of ['studying', 'trial', 'adopted'] as const)
    board.add({ type: 'experience.moved', experience: 'how', unit: 'ada', to, at: '2026-05-12' });
  board.post('ada', '31', '2026-05-02');
  board.postIn('waste', 'ada', '6', '2026-05-03');
  board.postIn('waste', 'bo', '9.5', '2026-05-04');
  board.post('cy', '26', '2026-05-05');
  board.postIn('waste', 'cy', '4', '2026-05-06');
  board.postIn('cold', 'cy', '-19', '2026-05-07');
  board.postIn('cold', 'dee', '-30', '2026-05-08');
  board.postIn('cold', 'ada', '-14', '2026-05-09');
  board.post('ada', '45', '2026-05-10');
  board.postIn('cold', 'ada', '-12', '2026-05-11');
  board.post('dee', '20', '2026-05-12');
  board.post('dee', '22', '2026-05-13');
  board.postWith('cy', '0.4', ['bo', '50', '2026-05-15']);
  board.postIn('waste', 'ada', '5', '2026-05-17');
  board.post('ada', '40', '2026-05-18');
  board.post('bo', '60', '2026-05-19');
  return board;
}

describe('a drive computed by hand', () => {
  it('[DR10] plan fulfilment: every term, and their exact sum rounded once', () => {
    const board = handComputed();
    // more: 31 + 45 + 40 = 116, (116 - 100) / 20 = 0.8, 3 x 80 = 240
    // less: (6 + 5) / 2 = 5.5, (5.5 - 8) / -3 = 5/6, 2 x 83.333… = 166.666…
    // cold: the latest is -12, (-12 + 10) / -8 = 1/4, 25
    // 31 breaks the board's 30: 12. 45 beats 31 by 14, at least 10: 20 and not 12 as well.
    // waste 6 breaks the board's 7: 12. Waste 5 breaks north's 6, while cy's 4 stands: 6.
    // 240 + 166.666… + 25 + 12 + 20 + 12 + 6 = 481.666…
    expect(told(board.row('ada'))).toEqual([
      'more 116.0 80.00% 240.00',
      'less 5.5 83.33% 166.67',
      'cold -12.0 25.00% 25.00',
      'boardRecord 12.00',
      'breakthrough 20.00',
      'boardRecord 12.00',
      'sectorRecord 6.00',
    ]);
    // more: 0.4 x 50 + 26 = 46, below the baseline: 0
    // less: (4 - 8) / -3 = 4/3, 2 x 133.333… = 266.666…
    // cold: (-19 + 10) / -8 = 9/8, 112.5; the first mark of all breaks no record
    // 26 breaks south's 25: 6. Waste 4 breaks the board's 6: 12.
    // The joint 50 breaks the board's 45: 0.4 x 12 = 4.8; for working together 0.4 x 9 = 3.6.
    // 266.666… + 112.5 + 6 + 4.8 + 12 + 3.6 = 405.566…
    expect(told(board.row('cy'))).toEqual([
      'more 46.0 0.00% 0.00',
      'less 4.0 133.33% 266.67',
      'cold -19.0 112.50% 112.50',
      'sectorRecord 6.00',
      'boardRecord 4.80',
      'boardRecord 12.00',
      'joint 3.60',
    ]);
    // more: 20 + 22 = 42, below the baseline: 0. 22 breaks nothing but the own 20: 2.
    // cold: (-30 + 10) / -8 = 2.5, capped at 1.5: 150. -30 breaks the board's -19: 12.
    // ada adopted its experience within the period: 5. 150 + 2 + 12 + 5 = 169
    expect(told(board.row('dee'))).toEqual([
      'more 42.0 0.00% 0.00',
      'less null 0.00% 0.00',
      'cold -30.0 150.00% 150.00',
      'unitRecord 2.00',
      'boardRecord 12.00',
      'adopted 5.00',
    ]);
    // more: 0.6 x 50 + 60 = 90: 0. less: 9.5 is worse than the baseline: 0.
    // The joint 50: 0.6 x 12 = 7.2 and 0.6 x 9 = 5.4. 60 beats 50 by 10: 20.
    expect(told(board.row('bo'))).toEqual([
      'more 90.0 0.00% 0.00',
      'less 9.5 0.00% 0.00',
      'cold null 0.00% 0.00',
      'boardRecord 7.20',
      'breakthrough 20.00',
      'joint 5.40',
    ]);
    expect(board.places).toEqual(['ada 1 481.67', 'cy 2 405.57', 'dee 3 169.00', 'bo 4 32.60']);
  });

  it('[DR10] a term says how far the plan was reached beyond its limits, and by which results', () => {
    const board = handComputed();
    // (90 - 100) / 20 = -0.5
    expect(board.row('bo').terms[0]).toMatchObject({ reached: '-50.00', fulfilment: '0.00' });
    expect(board.row('dee').terms[2]).toMatchObject({ reached: '250.00', fulfilment: '150.00' });
    expect(board.row('dee').terms[1]).toMatchObject({ reached: null, count: 0, results: [] });
    const counts = board.row('ada').terms.slice(0, 3);
    expect(counts.map((term) => term.kind === 'task' && term.results?.length)).toEqual([3, 2, 1]);
  });

  it('[DR9] a counter-plan is shown against the target and against the pledge', () => {
    // (116 - 100) / (130 - 100) = 0.5333…
    expect(handComputed().row('ada').terms[0]).toMatchObject({
      fulfilment: '80.00',
      pledge: '130',
      pledgeFulfilment: '53.33',
    });
  });

  it('[DR16] by improvement: what was gained on the equally long period before, in percent of the plan', () => {
    const board = handComputed();
    const { improvement } = scoreDrive(board.state, board.drive, afterDrive);
    // ada: more (116 - 30) / 20 = 4.3, less (5.5 - 7) / -3 = 0.5: (3 x 4.3 + 2 x 0.5) / 5 = 2.78
    // bo: more (90 - 28) / 20 = 3.1, less (9.5 - 9) / -3 = -1/6: (9.3 - 1/3) / 5 = 1.79333…
    // cy: more alone, (46 - 25) / 20 = 1.05. dee had no value before.
    expect(improvement.map(({ unit, place, score }) => [unit, place, score])).toEqual([
      ['ada', 1, '278.00'],
      ['bo', 2, '179.33'],
      ['cy', 3, '105.00'],
    ]);
    expect(board.row('bo').improvement).toEqual({ place: 2, score: '179.33' });
    expect(board.row('dee').improvement).toBeUndefined();
  });

  it('[DR16] by gap: the part of the way to the goal that was closed', () => {
    const board = handComputed();
    const { gap } = scoreDrive(board.state, board.drive, afterDrive);
    // The targets are better than anybody was before: 120 and 5.
    // ada: (116 - 30) / (120 - 30) = 0.9555…, (5.5 - 7) / (5 - 7) = 0.75:
    //   (3 x 0.9555… + 2 x 0.75) / 5 = 0.87333…
    // bo: (90 - 28) / (120 - 28) = 0.67391…, worse than before counts 0: 3 x 0.67391… / 5 = 0.40434…
    // cy: (46 - 25) / (120 - 25) = 0.22105…
    expect(gap.map(({ unit, place, score }) => [unit, place, score])).toEqual([
      ['ada', 1, '87.33'],
      ['bo', 2, '40.43'],
      ['cy', 3, '22.11'],
    ]);
    expect(gap[0]?.terms[0]).toMatchObject({ before: '30.0', value: '116.0', goal: '120' });
    // Each value opens to the results it came from.
    expect(gap[0]?.terms[0]?.resultsBefore).toHaveLength(1);
    expect(gap[0]?.terms[0]?.results?.length).toBeGreaterThan(0);
  });
});

it('[DR16] where the leader was beyond the target, the goal is the leader, who had no gap', () => {
  const board = new DriveBoard();
  board.post('ada', '150', '2026-04-10');
  board.post('bo', '90', '2026-04-10');
  board.runDrive();
  board.post('ada', '160', '2026-05-10');
  board.post('bo', '120', '2026-05-10');
  const { gap } = scoreDrive(board.state, board.drive, afterDrive);
  // (120 - 90) / (150 - 90) = 0.5
  expect(gap).toMatchObject([{ unit: 'bo', score: '50.00', terms: [{ goal: '150.0' }] }]);
});

it('[DR11] placing: equal values share a place and get its points, the next place is skipped', () => {
  const board = new DriveBoard();
  board.addMetric('waste', { direction: 'lower' });
  board.runDrive({
    tasks: [
      { id: 'more', metric: 'output', baseline: '100', target: '120', weight: '2' },
      { id: 'less', metric: 'waste', baseline: '8', target: '5' },
    ],
    scoring: { kind: 'placing', points: ['10', '6', '4'] },
  });
  for (const [unit, value] of [
    ['ada', '90'],
    ['bo', '90'],
    ['cy', '70'],
    ['dee', '60'],
  ] as const)
    board.post(unit, value, '2026-05-10');
  board.postIn('waste', 'dee', '3', '2026-05-10');
  board.postIn('waste', 'bo', '7', '2026-05-10');
  // more: ada and bo share the first place, 2 x 10 each; cy is third, 2 x 4; dee gets nothing.
  // less: dee 10, bo 6; who has no value has no place.
  expect(board.places).toEqual(['bo 1 26.00', 'ada 2 20.00', 'dee 3 10.00', 'cy 4 8.00']);
  expect(board.row('cy').terms).toMatchObject([{ place: 3, points: '8.00' }, { value: null }]);
});

it('[DR15] equal scores share a place unless the declared tie-breaks tell them apart', () => {
  const run = (tieBreaks: string[]) => {
    const board = new DriveBoard();
    board.addMetric('race', { direction: 'lower', decimals: 0 });
    board.runDrive({ tieBreaks });
    for (const [unit, value, day] of [
      ['cy', '110', '2026-05-12'],
      ['ada', '110', '2026-05-11'],
      ['bo', '110', '2026-05-11'],
    ] as const)
      board.post(unit, value, day);
    board.postIn('race', 'bo', '2', '2026-05-05');
    board.postIn('race', 'cy', '1', '2026-05-05');
    return board.rows.map(({ unit, place }) => `${unit} ${place}`);
  };
  expect(run([])).toEqual(['ada 1', 'bo 1', 'cy 1', 'dee 4']);
  expect(run(['earliest'])).toEqual(['ada 1', 'bo 1', 'cy 3', 'dee 4']);
  expect(run(['countback:race'])).toEqual(['cy 1', 'bo 2', 'ada 3', 'dee 4']);
  expect(run(['earliest', 'countback:race'])).toEqual(['bo 1', 'ada 2', 'cy 3', 'dee 4']);
});
