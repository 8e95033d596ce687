import { describe, expect, it } from 'vitest';
import { recordsAt } from '../testing/records-at.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { headToHead } from './head-to-head.ts';
import { rankingPage, type RankingQuery } from './query.ts';

function board(): SmallBoard {
  const small = new SmallBoard();
  for (const [unit, value] of [
    ['ada', '9'],
    ['bo', '12'],
    ['cy', '9'],
    ['dee', '3'],
  ] as const)
    small.post(unit, value);
  return small;
}

function page(small: SmallBoard, query: Partial<RankingQuery>): string[] {
  const { total, offset, rows } = rankingPage(small.state, { metric: 'output', ...query });
  return [`${offset} of ${total}`, ...rows.map(({ place, unit }) => `${place} ${unit}`)];
}

describe('pages of a ranking', () => {
  it('[SP5] follow each other by the rows before them, and say how many rows there are', () => {
    const small = board();
    expect(page(small, { limit: 2 })).toEqual(['0 of 4', '1 bo', '2 ada']);
    expect(page(small, { limit: 2, offset: 2 })).toEqual(['2 of 4', '2 cy', '4 dee']);
    expect(page(small, { limit: 2, offset: 9 })).toEqual(['4 of 4']);
  });

  it('[SP5] around a unit say where it stands among all rows', () => {
    const small = board();
    expect(page(small, { limit: 1, around: 'cy' })).toEqual(['2 of 4', '2 cy']);
    expect(page(small, { limit: 1, around: 'nobody' })).toEqual(['4 of 4']);
  });

  it('[SP6] of one sector hold its units of now, with their places in the whole', () => {
    const small = board();
    expect(page(small, { sector: 'south' })).toEqual(['0 of 2', '2 cy', '4 dee']);
    small.add({ type: 'unit.put', id: 'bo', name: 'bo', sector: 'south' });
    expect(page(small, { sector: 'south', limit: 1 })).toEqual(['0 of 3', '1 bo']);
  });

  it('[SP7] at a moment count what was achieved up to it', () => {
    const small = new SmallBoard();
    small.post('ada', '9', '2026-05-01T08:00:00.000Z');
    small.post('bo', '12', '2026-05-01T09:00:00.000Z');
    const until = Date.UTC(2026, 4, 1, 8, 30);
    expect(page(small, { until })).toEqual(['0 of 1', '1 ada']);
    expect(page(small, { until: until + 1_800_000 })).toEqual(['0 of 2', '1 bo', '2 ada']);
  });
});

describe('records of the past', () => {
  it('[SP7] a record at a moment is the one that stood then, with the one it had broken', () => {
    const small = new SmallBoard();
    small.post('ada', '9', '2026-05-01T08:00:00.000Z');
    small.post('bo', '12', '2026-05-01T09:00:00.000Z');
    small.post('cy', '12', '2026-05-01T10:00:00.000Z');
    const at = (hour: number) => recordsAt(small.state, Date.UTC(2026, 4, 1, hour));
    expect(at(7)).toEqual([]);
    expect(at(8)).toEqual(['9.0 ada']);
    expect(at(9)).toEqual(['12.0 bo after 9.0']);
    expect(at(10)).toEqual(['12.0 bo after 9.0, equalled 1']);
  });
});

describe('head to head', () => {
  it('[SP8] each period stands on its own, its best wins it, and nobody wins alone', () => {
    const small = new SmallBoard();
    small.post('ada', '9', '2026-04-03');
    small.post('bo', '7', '2026-04-09');
    small.post('bo', '5', '2026-05-09');
    small.post('ada', '5', '2026-05-30');
    small.post('ada', '1', '2026-06-01');
    const meeting = headToHead(small.state, {
      metric: 'output',
      units: ['ada', 'bo', 'cy'],
      period: 'month',
      last: 12,
    });
    expect(meeting.periods.map(({ from, scores, winners }) => [from, scores, winners])).toEqual([
      ['2026-06-01', ['1.0', null, null], []],
      ['2026-05-01', ['5.0', '5.0', null], ['ada', 'bo']],
      ['2026-04-01', ['9.0', '7.0', null], ['ada']],
    ]);
    expect([meeting.wins, meeting.met]).toEqual([[2, 1, 0], 2]);
  });

  it('[SP8] where lower is better the lower score wins', () => {
    const small = new SmallBoard({ direction: 'lower' });
    small.post('ada', '9', '2026-04-03');
    small.post('bo', '7', '2026-04-09');
    const query = { metric: 'output', units: ['ada', 'bo'], period: 'week' as const, last: 1 };
    expect(headToHead(small.state, query).wins).toEqual([0, 0]);
    expect(headToHead(small.state, { ...query, period: 'month' }).wins).toEqual([0, 1]);
  });
});
