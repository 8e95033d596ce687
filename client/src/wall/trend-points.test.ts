import { describe, expect, it } from 'vitest';
import { trendPoints } from './trend-points.ts';

describe('the line of last results', () => {
  it('[SC3] runs from the oldest to the newest, and up is better', () => {
    expect(trendPoints(['2', '4', '3'], { direction: 'higher' })).toEqual([
      { x: 0, y: 0 },
      { x: 0.5, y: 1 },
      { x: 1, y: 0.5 },
    ]);
    expect(trendPoints(['2', '4'], { direction: 'lower' })).toEqual([
      { x: 0, y: 1 },
      { x: 1, y: 0 },
    ]);
  });

  it('[SC3] equal results and a single one lie in the middle', () => {
    expect(trendPoints(['3', '3'], { direction: 'higher' }).map(({ y }) => y)).toEqual([0.5, 0.5]);
    expect(trendPoints(['3'], { direction: 'higher' })).toEqual([{ x: 1, y: 0.5 }]);
    expect(trendPoints([], { direction: 'higher' })).toEqual([]);
  });
});
