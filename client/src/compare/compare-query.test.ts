import { expect, it } from 'vitest';
import { readCompare } from './compare-query.ts';

it('[SP19] the address names two to four units of the board, each once, the metric and the period', () => {
  const known = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, id]));
  const read = (text: string) => readCompare(new URLSearchParams(text), known);
  expect(read('units=a,b,a,nobody&metric=speed&period=week')).toEqual({
    units: ['a', 'b'],
    metric: 'speed',
    period: 'week',
  });
  expect(read('units=a,b,c,d,e').units).toEqual(['a', 'b', 'c', 'd']);
  expect(read('period=century')).toEqual({ units: [], metric: '', period: 'month' });
});
