import { describe, expect, it } from 'vitest';
import { DriveBoard } from '../drives/testing/drive-board.ts';
import { resultIdAt } from '../results/result-id.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { createCalendar } from '../vocabulary/calendar.ts';
import type { Metric } from '../vocabulary/metric.ts';
import { boardPulse, unitPulse } from './queries.ts';
import type { PulseRow } from './row.ts';

// 1 June 2026 is a Monday; June has 22 workdays, and on Monday the 15th ten of them are over.
const june = (day: number) => `2026-06-${String(day).padStart(2, '0')}`;
const noonOf = (date: string) => Date.parse(`${date}T10:00:00Z`);
const june15 = noonOf(june(15));

function boardWith(metric: Partial<Metric>, standard?: string, board = new SmallBoard(metric)) {
  if (standard !== undefined)
    board.add({ type: 'standard.raised', metric: 'output', value: standard });
  const rows = (now = june15) => boardPulse(board.state, now);
  return {
    board,
    rows,
    holiday: (...dates: string[]) =>
      board.add({
        type: 'calendar.put',
        ...createCalendar(),
        holidays: dates.map((date) => ({ date })),
      }),
    row: <K extends PulseRow['kind']>(kind: K, of?: string, now = june15) => {
      const found = rows(now).find((row) => {
        const key = row.kind === 'sector' ? row.sector : 'unit' in row ? row.unit : undefined;
        return row.kind === kind && (of === undefined || key === of);
      });
      // The row was found by this very kind.
      return found as Extract<PulseRow, { kind: K }> | undefined;
    },
    plan: (unit: string, now = june15) => unitPulse(board.state, unit, now)[0],
    last: () => resultIdAt(board.state, board.state.seq),
  };
}

describe('on plan', () => {
  it('[PL2] of a sum the share of the workdays that are over is due: 220 · 10 / 22 = 100', () => {
    const { board, row, plan, last } = boardWith({ aggregate: 'sum' }, '220');
    board.post('ada', '60', june(2));
    board.post('ada', '40', june(12));
    const newest = last();
    board.post('bo', '50', june(12));
    board.post('cy', '300', '2026-05-20');
    expect(row('board')).toMatchObject({
      period: { name: 'month', from: june(1), to: june(30), workdays: 22, done: 10 },
      // ada is on plan, bo is not, cy is silent; dee never posted and has no plan.
      units: { on: 1, of: 3, waiting: 0, without: 1 },
      plans: { on: 1, of: 3 },
      // (100 + 50 + 0) / 3
      fulfilment: '50.0',
    });
    expect(row('sector', 'north')).toMatchObject({
      units: { on: 1, of: 2 },
      fulfilment: '75.0',
      behind: true,
    });
    expect(row('sector', 'south')).toMatchObject({ units: { on: 0, of: 1 }, fulfilment: '0.0' });
    expect(row('unit', 'ada')).toMatchObject({ state: 'on', behind: [] });
    expect(row('unit', 'bo')).toMatchObject({ state: 'behind', behind: ['output'] });
    expect(row('unit', 'cy')).toMatchObject({ state: 'silent', behind: ['output'] });
    expect(row('unit', 'dee')).toMatchObject({ state: 'none', fulfilment: null });
    expect(plan('ada')).toMatchObject({
      plan: { from: 'standard', target: '220.0', workdays: 22, done: 10 },
      state: 'on',
      score: '100.0',
      expected: '100.0',
      fulfilment: '100.0',
      result: newest,
    });
  });

  it('[PL2] a holiday takes its part out of what is due: 220 · 9 / 21 = 94.29', () => {
    const { board, plan, holiday } = boardWith({ aggregate: 'sum' }, '220');
    holiday(june(10));
    board.post('ada', '94.3', june(2));
    board.post('bo', '94.2', june(2));
    expect(plan('ada')).toMatchObject({ state: 'on', expected: '94.3' });
    expect(plan('bo')).toMatchObject({ state: 'behind', expected: '94.3' });
  });

  it('[PL2] of a low sum as much is allowed as workdays have begun: 22 · 11 / 22 = 11', () => {
    const { board, plan } = boardWith({ aggregate: 'sum', direction: 'lower' }, '22');
    board.post('ada', '11', june(2));
    board.post('bo', '11.1', june(2));
    expect(plan('ada')).toMatchObject({ state: 'on', fulfilment: '100.0' });
    // 11 / 11.1 = 99.099 %
    expect(plan('bo')).toMatchObject({ state: 'behind', fulfilment: '99.1' });
  });

  it('[PL2] of the other aggregates the level itself is due', () => {
    const stateOf = (aggregate: Metric['aggregate'], values: string[]) => {
      const { board, plan } = boardWith({ aggregate }, '10');
      for (const [at, value] of values.entries()) board.post('ada', value, june(at + 1));
      return plan('ada')?.state;
    };
    expect(stateOf('best', ['10', '2'])).toBe('on');
    expect(stateOf('mean', ['14', '6'])).toBe('on');
    expect(stateOf('mean', ['14', '5.8'])).toBe('behind');
    expect(stateOf('latest', ['14', '9.9'])).toBe('behind');
  });

  it('[PL3] a running drive asks its members, the standard the others: 440 · 10 / 22 = 200', () => {
    const drive = new DriveBoard();
    drive.putDrive({
      from: june(1),
      to: june(30),
      eligible: { sectors: ['north'] },
      tasks: [{ id: 'more', metric: 'output', baseline: '300', target: '440' }],
    });
    const { board, plan, row } = boardWith({}, '220', drive);
    board.post('ada', '150', june(9));
    board.post('cy', '150', june(9));
    expect(plan('ada')).toMatchObject({ plan: { from: 'standard' }, state: 'on' });
    drive.move('pledging');
    drive.move('running');
    expect(plan('ada')).toMatchObject({
      plan: { from: 'drive', drive: 'spring', task: 'more', target: '440.0' },
      state: 'behind',
      expected: '200.0',
      fulfilment: '75.0',
    });
    expect(plan('cy')).toMatchObject({ plan: { from: 'standard' }, state: 'on' });
    // A member has a plan before its first result, and is silent in it.
    expect(row('unit', 'bo')).toMatchObject({ state: 'silent' });
    drive.move('closed');
    expect(plan('ada')).toMatchObject({ plan: { from: 'standard' } });
  });

  it('[PL3] a drive of a mean asks for its way from the baseline: 50 − 10 · 10 / 22 = 45.45', () => {
    const drive = new DriveBoard({ aggregate: 'mean', direction: 'lower' });
    drive.putDrive({
      from: june(1),
      to: june(30),
      tasks: [{ id: 'less', metric: 'output', baseline: '50', target: '40' }],
    });
    drive.move('pledging');
    drive.move('running');
    const { board, plan } = boardWith({}, undefined, drive);
    board.post('ada', '45.4', june(9));
    board.post('bo', '45.5', june(9));
    expect(plan('ada')).toMatchObject({ state: 'on', expected: '45.5' });
    // (50 − 45.5) / (50 − 45.4545…) = 4.5 / 4.5454… = 99 %
    expect(plan('bo')).toMatchObject({ state: 'behind', fulfilment: '99.0' });
  });

  it('[PL3] without a drive or a standard there is no plan', () => {
    const { board, row, plan } = boardWith({});
    board.post('ada', '10', june(2));
    expect(plan('ada')).toMatchObject({
      plan: null,
      state: null,
      expected: null,
      fulfilment: null,
    });
    expect(row('board')).toMatchObject({
      units: { on: 0, of: 0, waiting: 0, without: 4 },
      fulfilment: null,
    });
  });

  it('[PL4] nothing is missed before the first workday is over', () => {
    const { board, row } = boardWith({}, '10');
    board.post('ada', '9', '2026-05-20');
    expect(row('unit', 'ada', noonOf(june(1)))).toMatchObject({ state: 'waiting' });
    expect(row('board', undefined, noonOf(june(1)))).toMatchObject({
      units: { on: 0, of: 0, waiting: 1, without: 3 },
    });
    expect(row('unit', 'ada', noonOf(june(2)))).toMatchObject({ state: 'silent' });
  });

  it('[PL5] more than 150 percent counts as 150, and a level of zero has no ratio', () => {
    const capped = boardWith({}, '10');
    capped.board.post('ada', '99', june(2));
    expect(capped.plan('ada')?.fulfilment).toBe('150.0');
    const zero = boardWith({ direction: 'lower' }, '0');
    zero.board.post('ada', '0', june(2));
    zero.board.post('bo', '1', june(2));
    expect(zero.plan('ada')).toMatchObject({ state: 'on', fulfilment: null });
    expect(zero.plan('bo')).toMatchObject({ state: 'behind', fulfilment: null });
  });
});

describe('streaks', () => {
  it('[PL6] workdays in a row; a weekend and a holiday are left out, today does not end it', () => {
    const { board, row, holiday } = boardWith({}, '10');
    for (const day of [3, 4, 5, 9]) board.post('ada', '10', june(day));
    const now = noonOf(june(10));
    const workdays = () => row('unit', 'ada', now)?.streak?.workdays;
    // Monday the 8th ended it.
    expect(workdays()).toBe(1);
    holiday(june(8));
    expect(workdays()).toBe(4);
    board.post('ada', '11', june(10));
    expect(workdays()).toBe(5);
    // One that does not reach it on the next day ends it once that day is over.
    board.post('ada', '9', june(11));
    expect(row('unit', 'ada', noonOf(june(11)))?.streak?.workdays).toBe(5);
    expect(row('unit', 'ada', noonOf(june(12)))?.streak).toMatchObject({ workdays: 0, periods: 1 });
  });

  it('[PL6] a day of a sum takes its part of the period: 220 / 22 = 10', () => {
    const { board, row } = boardWith({ aggregate: 'sum' }, '220');
    for (const [day, value] of [
      [9, '9.9'],
      [10, '10'],
      [11, '4'],
      [11, '6'],
      // A Saturday counts in the sum and in no streak.
      [13, '500'],
    ] as const)
      board.post('ada', value, june(day));
    expect(row('unit', 'ada', noonOf(june(12)))?.streak).toMatchObject({ workdays: 2 });
    expect(row('board', undefined, noonOf(june(12)))?.streak).toMatchObject({ unit: 'ada' });
  });

  it('[PL6] periods in a row, by the level that held at the end of each', () => {
    const { board, row } = boardWith({}, '10');
    board.post('ada', '10', june(3));
    board.post('ada', '10', '2026-07-01');
    const periods = (now: number) => row('unit', 'ada', now)?.streak?.periods;
    expect(periods(noonOf('2026-07-02'))).toBe(2);
    expect(periods(noonOf('2026-08-02'))).toBe(2);
    expect(periods(noonOf('2026-09-02'))).toBeUndefined();
  });
});

describe('standstill', () => {
  it('[PL7] of best, since the unit last bettered itself; of a sum, since a better period', () => {
    const best = boardWith({ standstillDays: 30 });
    best.board.post('ada', '10', '2026-05-01');
    const id = best.last();
    best.board.post('ada', '9', june(10));
    expect(best.row('standstill', 'ada', noonOf('2026-05-31'))).toBeUndefined();
    expect(best.row('standstill', 'ada')).toMatchObject({
      metric: 'output',
      since: '2026-05-01',
      score: '10.0',
      result: id,
      days: 45,
      allowed: 30,
    });
    expect(best.row('metric')).toMatchObject({ standstill: 45, advanced: { on: '2026-05-01' } });
    best.board.post('ada', '10.1', june(11));
    expect(best.row('standstill', 'ada')).toBeUndefined();
    expect(best.row('board')?.standstill).toEqual({ units: 0, metrics: 0 });
    const sum = boardWith({ aggregate: 'sum', standstillDays: 30 });
    for (const date of ['2026-03-05', '2026-04-20', '2026-05-25', june(2)])
      sum.board.post('ada', '10', date);
    // Every month came to 10: the first one was the last progress.
    expect(sum.row('standstill', 'ada')).toMatchObject({ since: '2026-03-05', days: 102 });
    sum.board.post('ada', '0.1', june(4));
    expect(sum.row('standstill', 'ada')).toBeUndefined();
  });

  it('[PL7] a metric that allows everything, and a unit that left, do not stand still', () => {
    const free = boardWith({});
    free.board.post('ada', '10', '2026-01-05');
    expect(free.row('standstill')).toBeUndefined();
    const left = boardWith({ standstillDays: 10 });
    left.board.post('ada', '10', '2025-01-05');
    expect(left.row('standstill')).toBeUndefined();
  });

  it('[PL8] the unit that was alike and is better now stands beside it, with its experience first', () => {
    const { board, row, last } = boardWith({ standstillDays: 30 });
    board.post('ada', '10', '2026-05-01');
    board.post('bo', '10.9', '2026-04-30');
    board.post('cy', '20', '2026-04-30');
    board.post('cy', '30', june(1));
    expect(row('standstill', 'ada')?.comparable).toBeNull();
    board.post('bo', '12', june(1));
    expect(row('standstill', 'ada')?.comparable).toEqual({
      unit: 'bo',
      before: '10.9',
      now: '12.0',
      result: last(),
    });
    board.post('dee', '9.5', '2026-04-01');
    board.post('dee', '11', june(1));
    expect(row('standstill', 'ada')?.comparable).toMatchObject({ unit: 'bo' });
    board.add({
      type: 'experience.written',
      id: 'how',
      unit: 'dee',
      sector: 'south',
      metric: 'output',
      title: 'How',
      change: 'A better jig.',
      links: [],
      pictures: [],
    });
    expect(row('standstill', 'ada')?.comparable).toMatchObject({ unit: 'dee', experience: 'how' });
  });
});

describe('balance and the day', () => {
  it('[PL9] helpers of other sectors, of this period, are named with their results', () => {
    const { board, row, last } = boardWith({}, '100');
    const help = (unit: string, partner: string, role: 'helped' | 'performed', date: string) =>
      board.post(unit, '5', date, {
        partners: [{ unit: partner, role, weight: 1 }],
        ownWeight: 1,
      });
    help('ada', 'cy', 'helped', '2026-05-30');
    help('ada', 'bo', 'helped', june(3));
    help('ada', 'dee', 'performed', june(3));
    expect(row('sector', 'north')?.help).toEqual([]);
    help('ada', 'cy', 'helped', june(4));
    help('bo', 'dee', 'helped', june(5));
    expect(row('sector', 'north')).toMatchObject({
      behind: true,
      help: [{ sector: 'south', units: ['cy', 'dee'], results: 2, result: last() }],
    });
    board.add({ type: 'result.annulled', result: board.state.seq, reason: 'wrong' });
    expect(row('sector', 'north')?.help).toMatchObject([{ units: ['cy'], results: 1 }]);
  });

  it('[PL10] days since the last record, and all else, turn at the midnight of the board', () => {
    const { board, row } = boardWith({}, '10');
    board.post('ada', '9', '2026-05-20');
    const days = (now: number) => row('board', undefined, now)?.daysSinceRecord;
    expect(days(noonOf(june(1)))).toBe(0);
    // 22:30 UTC on the 3rd is the 4th in Paris.
    expect(days(Date.parse('2026-06-03T21:30:00Z'))).toBe(2);
    expect(days(Date.parse('2026-06-03T22:30:00Z'))).toBe(3);
    expect(row('unit', 'ada', Date.parse('2026-06-01T21:59:00Z'))?.state).toBe('waiting');
    expect(row('unit', 'ada', Date.parse('2026-06-01T22:00:00Z'))?.state).toBe('silent');
  });
});
