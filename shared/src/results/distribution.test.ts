import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SmallBoard } from '../testing/small-board.ts';
import { distributionOf } from './distribution.ts';

describe('the distribution of results', () => {
  it('[SP9] every valid result lies in exactly one of the bins, of which there are enough', () => {
    const values = fc.array(fc.integer({ min: -500, max: 5_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 40 }), (minor, bins) => {
        const board = new SmallBoard();
        for (const value of minor) board.post('ada', (value / 10).toFixed(1));
        const found = distributionOf(board.state, { metric: 'output', bins });
        expect(found.bins.length).toBeLessThanOrEqual(Math.max(2, bins));
        for (const { from, to, count } of found.bins)
          expect(
            minor.filter((value) => value / 10 >= Number(from) && value / 10 <= Number(to)).length,
          ).toBe(count);
        expect(found.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(minor.length);
        expect([Number(found.min), Number(found.max)]).toEqual([
          Math.min(...minor) / 10,
          Math.max(...minor) / 10,
        ]);
      }),
    );
  });

  it('[SP9] of one unit or sector it counts only theirs, and none without results', () => {
    const board = new SmallBoard();
    const count = (query: object) =>
      distributionOf(board.state, { metric: 'output', bins: 10, ...query }).count;
    expect(count({})).toBe(0);
    board.post('ada', '1');
    const annulled = board.post('cy', '2');
    board.post('cy', '3');
    board.add({ type: 'result.annulled', result: annulled.happenings[0]?.seq ?? 0, reason: 'x' });
    expect([count({}), count({ unit: 'cy' }), count({ sector: 'north' })]).toEqual([2, 1, 1]);
  });
});
