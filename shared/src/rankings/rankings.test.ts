import { describe, expect, it } from 'vitest';
import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import { dayNumber } from '../calendar/date.ts';
import { splitShares } from '../results/shares.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { rankingRows, tableRows, type RankingQuery } from './query.ts';
import { parseTieBreaks } from './tie-break.ts';

function standings(board: SmallBoard, query: Partial<RankingQuery> = {}): string[] {
  return rankingRows(board.state, { metric: 'output', ...query }).map(
    ({ place, unit, sector, score }) => `${place} ${unit ?? sector} ${score}`,
  );
}

describe('rankings', () => {
  it('[RK1] equal scores share a place and the next ones are skipped: 1, 2, 2, 4', () => {
    const board = new SmallBoard();
    for (const [unit, value] of [
      ['ada', '9'],
      ['bo', '12'],
      ['cy', '9'],
      ['dee', '3'],
    ] as const)
      board.post(unit, value);
    expect(standings(board)).toEqual(['1 bo 12.0', '2 ada 9.0', '2 cy 9.0', '4 dee 3.0']);
  });

  it('[RK2] best, sum, mean and latest each give their own score', () => {
    const board = new SmallBoard();
    board.post('ada', '4', '2026-05-02');
    board.post('ada', '9', '2026-05-01');
    board.post('ada', '3.1', '2026-05-01');
    const score = (aggregate: 'best' | 'sum' | 'mean' | 'latest') =>
      rankingRows(board.state, { metric: 'output', aggregate })[0]?.score;
    // Mean: 16.1 / 3 = 5.3666…, rounded to one decimal.
    expect([score('best'), score('sum'), score('mean'), score('latest')]).toEqual([
      '9.0',
      '16.1',
      '5.4',
      '4.0',
    ]);
  });

  it('[RK3] a joint result counts once in totals, by shares that sum to the whole', () => {
    const board = new SmallBoard({ aggregate: 'sum' });
    board.post('ada', '10', '2026-05-01', {
      partners: [
        { unit: 'bo', role: 'performed', weight: 1 },
        { unit: 'cy', role: 'performed', weight: 1 },
      ],
      ownWeight: 1,
    });
    // 100 tenths by three: 34, 33, 33.
    expect(standings(board)).toEqual(['1 ada 3.4', '2 bo 3.3', '2 cy 3.3']);
    expect(standings(board, { by: 'sector' })).toEqual(['1 north 10.0']);
  });

  it('[RK3] a mean weighs whole values by the shares: one joint result alone is its value', () => {
    const board = new SmallBoard({ aggregate: 'mean' });
    const partners = [
      { unit: 'bo', role: 'performed' as const, weight: 300_000 },
      { unit: 'cy', role: 'performed' as const, weight: 350_000 },
    ];
    board.post('ada', '0.5', '2026-05-01', { partners, ownWeight: 350_000 });
    expect(standings(board)).toEqual(['1 ada 0.5', '1 bo 0.5', '1 cy 0.5']);
    board.post('bo', '1.8', '2026-05-02');
    // (0.3 × 0.5 + 1 × 1.8) / 1.3 = 1.5
    expect(standings(board)).toEqual(['1 bo 1.5', '2 ada 0.5', '2 cy 0.5']);
  });

  it('[RK4] sectors are summed by the sector written on the result', () => {
    const board = new SmallBoard({ aggregate: 'sum' });
    board.post('ada', '5', '2026-05-01');
    board.add({ type: 'unit.put', id: 'ada', name: 'ada', sector: 'south' });
    board.post('ada', '7', '2026-05-02');
    expect(standings(board, { by: 'sector' })).toEqual(['1 south 7.0', '2 north 5.0']);
    expect(standings(board)).toEqual(['1 ada 12.0']);
  });

  it('[RK5] a period is inclusive, in days of the zone of the board', () => {
    const board = new SmallBoard({ aggregate: 'sum' });
    // 22:30 UTC on 1 May is 2 May in Paris.
    board.post('ada', '1', '2026-05-01T21:30:00.000Z');
    board.post('ada', '2', '2026-05-01T22:30:00.000Z');
    board.post('ada', '4', '2026-05-03');
    const [from, to] = [dayNumber('2026-05-02'), dayNumber('2026-05-03')];
    expect(standings(board, { from, to })).toEqual(['1 ada 6.0']);
    expect(standings(board, { from, to: from })).toEqual(['1 ada 2.0']);
  });

  it('[RK6] countback takes the places a metric records: most 1st, then most 2nd', () => {
    const board = new SmallBoard({ aggregate: 'sum' });
    board.addMetric('finish', { direction: 'lower', decimals: 0 });
    for (const unit of ['ada', 'bo', 'cy']) board.post(unit, '20');
    const finish = (unit: string, place: string, day: string) =>
      board.post(unit, place, day, { metric: 'finish' });
    finish('ada', '2', '2026-05-01');
    finish('bo', '1', '2026-05-01');
    finish('ada', '1', '2026-05-02');
    finish('bo', '3', '2026-05-02');
    finish('cy', '2', '2026-05-02');
    const tieBreaks = parseTieBreaks('countback:finish') ?? [];
    // One 1st each for ada and bo; ada has a 2nd place, bo a 3rd; cy has no 1st.
    expect(standings(board, { tieBreaks })).toEqual(['1 ada 20.0', '2 bo 20.0', '3 cy 20.0']);
  });

  it('[RK7] countback on a metric of values counts the places of each day', () => {
    const board = new SmallBoard({ aggregate: 'sum' });
    board.addMetric('speed', { decimals: 1 });
    for (const unit of ['ada', 'bo']) board.post(unit, '20');
    const speed = (unit: string, value: string, day: string) =>
      board.post(unit, value, day, { metric: 'speed' });
    speed('ada', '99', '2026-05-01');
    speed('bo', '98', '2026-05-01');
    speed('bo', '50', '2026-05-02');
    speed('ada', '49', '2026-05-02');
    speed('bo', '51', '2026-05-03');
    const tieBreaks = parseTieBreaks('countback:speed') ?? [];
    expect(standings(board, { tieBreaks })).toEqual(['1 bo 20.0', '2 ada 20.0']);
  });

  it('[RK8] earliest puts first who reached the score first; the same moment stays shared', () => {
    const board = new SmallBoard();
    board.post('ada', '9', '2026-05-03');
    board.post('bo', '9', '2026-05-01');
    board.post('cy', '9', '2026-05-03');
    const tieBreaks = parseTieBreaks('earliest') ?? [];
    expect(standings(board, { tieBreaks })).toEqual(['1 bo 9.0', '2 ada 9.0', '2 cy 9.0']);
    expect(standings(board)).toEqual(['1 ada 9.0', '1 bo 9.0', '1 cy 9.0']);
  });

  it('[RK9] an overtake: stood strictly behind, now strictly ahead; sharing is neither', () => {
    const board = new SmallBoard();
    board.post('ada', '10');
    board.post('bo', '9');
    board.post('cy', '8');
    expect(board.post('dee', '11').outcome?.overtakes).toEqual([]);
    // Draws level with bo, then goes ahead of it: it never stood behind and then ahead.
    expect(board.post('cy', '9').outcome?.overtakes).toEqual([]);
    expect(board.post('cy', '9.5').outcome?.overtakes).toEqual([]);
    const { outcome, happenings } = board.post('bo', '10');
    expect(outcome?.overtakes).toEqual([
      { metric: 'output', unit: 'bo', overtaken: ['cy'], overtakenBy: [] },
    ]);
    expect(outcome?.ranking).toEqual([{ metric: 'output', unit: 'bo', before: 4, after: 2 }]);
    expect(happenings.find((h) => h.kind === 'overtake')).toMatchObject({ before: 4, after: 2 });
  });

  it('[RK10] a unit whose score falls is overtaken by those it falls behind', () => {
    const board = new SmallBoard({ aggregate: 'latest' });
    board.post('ada', '10');
    board.post('bo', '8');
    board.post('cy', '5');
    const { outcome, happenings } = board.post('ada', '6', '2026-05-02');
    expect(outcome?.overtakes).toEqual([
      { metric: 'output', unit: 'ada', overtaken: [], overtakenBy: ['bo'] },
    ]);
    expect(happenings.at(-1)).toMatchObject({
      kind: 'new-leader',
      leaders: ['bo'],
      previous: ['ada'],
      score: '8.0',
    });
  });

  it('[RK11] rows around a unit stand in the middle of the limit, at the ends as far as rows go', () => {
    const board = new SmallBoard();
    for (const [unit, value] of [
      ['ada', '4'],
      ['bo', '3'],
      ['cy', '2'],
      ['dee', '1'],
    ] as const)
      board.post(unit, value);
    const around = (unit: string) => standings(board, { around: unit, limit: 3 });
    expect(around('cy')).toEqual(['2 bo 3.0', '3 cy 2.0', '4 dee 1.0']);
    expect(around('ada')).toEqual(['1 ada 4.0', '2 bo 3.0', '3 cy 2.0']);
    expect(around('nobody')).toEqual([]);
  });

  it('[RK12] sums stay exact beyond what a double holds', () => {
    const board = new SmallBoard({ aggregate: 'sum', decimals: 0 });
    for (let day = 1; day <= 20; day++)
      board.post('ada', '999999999999999', `2026-05-${String(day).padStart(2, '0')}`);
    expect(standings(board)).toEqual(['1 ada 19999999999999980']);
  });

  it('[RK14] a mean is exact: thirds are thirds, on the boundary of a rounding as well', () => {
    const board = new SmallBoard({ aggregate: 'mean' });
    const split = splitShares([
      { unit: 'bo', role: 'performed' },
      { unit: 'cy', role: 'performed' },
    ]);
    if (split.kind !== 'shares') throw new Error(split.message);
    const { ownWeight, partners } = split;
    board.post('ada', '10.2', '2026-05-01', { ownWeight, partners });
    for (const unit of ['ada', 'bo', 'cy']) board.post(unit, '10', '2026-05-02');
    // (10.2 / 3 + 10) / (4 / 3) = 40.2 / 4 = 10.05, away from zero 10.1; for each of the three.
    const expected = ['1 ada 10.1', '1 bo 10.1', '1 cy 10.1'];
    expect(standings(board)).toEqual(expected);
    const restored = loadBoard(dumpBoard(board.state));
    const held = restored.metrics.get('output');
    expect(held && tableRows(restored, held, held.table, 9).map(({ score }) => score)).toEqual(
      Array(3).fill('10.1'),
    );
  });

  it('[RK15] who gave away the whole of a result has no mean of it, and is not taken for zero', () => {
    const board = new SmallBoard({ aggregate: 'mean' });
    const partners = [{ unit: 'bo', role: 'performed' as const, weight: 1 }];
    board.post('ada', '9', '2026-05-01', { ownWeight: 0, partners });
    expect(standings(board)).toEqual(['1 bo 9.0']);
    board.post('ada', '5', '2026-05-02');
    expect(standings(board)).toEqual(['1 bo 9.0', '2 ada 5.0']);
    const held = board.state.metrics.get('output');
    expect(held && tableRows(board.state, held, held.table, 9)).toEqual(
      rankingRows(board.state, { metric: 'output' }),
    );
  });

  it('[RK13] tie-breaks that are not declared as the contract says are refused', () => {
    expect(parseTieBreaks('countback:finish, earliest')).toEqual([
      { kind: 'countback', metric: 'finish' },
      { kind: 'earliest' },
    ]);
    for (const text of ['', 'latest', 'countback:', 'earliest;'])
      expect(parseTieBreaks(text)).toBeUndefined();
  });
});
