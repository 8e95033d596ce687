import { describe, expect, it } from 'vitest';
import { SmallBoard } from '../testing/small-board.ts';
import type { FeedFilter } from './filter.ts';
import { feedPage } from './queries.ts';

describe('the filters of the feed', () => {
  const board = new SmallBoard();
  board.addMetric('speed', {});
  board.post('ada', '5');
  board.post('cy', '7');
  board.post('dee', '1', '2026-05-01', { metric: 'speed' });
  const kinds = (filter: FeedFilter) => {
    const { happenings } = feedPage(board.state, { limit: 100, ...filter });
    return [...new Set(happenings.map(({ kind }) => kind))];
  };
  const count = (filter: FeedFilter) =>
    feedPage(board.state, { limit: 100, ...filter }).happenings.length;

  it('[SP10] kinds, metric, unit and sector let through what is told of them', () => {
    expect(kinds({ kinds: ['new-leader'] })).toEqual(['new-leader']);
    expect(count({ metric: 'speed' })).toBe(3);
    // `ada` lost the lead: that is told of it, too.
    expect(kinds({ unit: 'ada', kinds: ['new-leader', 'overtake'] })).toEqual(['new-leader']);
    expect(count({ unit: 'bo' })).toBe(0);
    expect(count({ sector: 'north', kinds: ['record'] })).toBe(3);
    expect(count({ sector: 'south', metric: 'output', kinds: ['record'] })).toBe(3);
  });

  it('[SP10] up to a moment, only what had been told by then', () => {
    const all = feedPage(board.state, { limit: 100 }).happenings;
    const first = Date.parse(all.at(-1)?.at ?? '');
    expect(count({ until: first - 1 })).toBe(0);
    expect(count({ until: first })).toBeGreaterThan(0);
    expect(count({ until: first })).toBeLessThan(all.length);
  });
});
