import { expect, it } from 'vitest';
import { periodAround, questionOf, topicOf } from './ranking-question.ts';

const asked = { metric: 'speed', period: 'all', from: '', to: '', by: 'unit', sector: '' } as const;

it('[SP12] months and weeks are those of the board: whole, from Monday, in its zone', () => {
  expect(periodAround('month', '2028-02-29')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(periodAround('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  // 23:30 UTC on 31 October is November in Seoul.
  const now = Date.UTC(2026, 9, 31, 23, 30);
  expect(questionOf({ ...asked, period: 'month' }, 'Asia/Seoul', now).from).toBe('2026-11-01');
});

it('[SP12] the first rows are watched live where a topic holds them, anything else is asked for', () => {
  expect(topicOf(asked)).toBe('ranking:speed');
  expect(topicOf({ ...asked, period: 'week' })).toBe('ranking:speed:week');
  expect(topicOf({ ...asked, by: 'sector' })).toBe('');
  expect(topicOf({ ...asked, period: 'dates' })).toBe('');
  expect(questionOf({ ...asked, sector: 'nord' }, 'UTC', 0)).toEqual({
    metric: 'speed',
    by: 'unit',
    sector: 'nord',
  });
});
