import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepOrder, longestRun } from './row-order.ts';

describe('the order of rows', () => {
  it('[LK8] leaves every row where it is but those that were overtaken or overtook', () => {
    const moved = (numbers: number[]) => numbers.length - longestRun(numbers).length;
    expect(moved([0, 1, 2, 3])).toBe(0);
    expect(moved([3, 0, 1, 2])).toBe(1);
    expect(moved([1, 2, 3, 0])).toBe(1);
    expect(moved([3, 2, 1, 0])).toBe(3);
    expect(moved([])).toBe(0);
  });

  it('[LK8] stays in an order that grows, and holds what a slow search would', () => {
    const longest = (rest: number[], least = -1): number =>
      Math.max(
        0,
        ...rest.flatMap((number, at) =>
          number > least ? [1 + longest(rest.slice(at + 1), number)] : [],
        ),
      );
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 9 }), (numbers) => {
        const run = longestRun(numbers).map((at) => numbers[at] ?? NaN);
        expect(run).toEqual(run.toSorted((a, b) => a - b));
        expect(run).toHaveLength(longest(numbers));
      }),
    );
  });

  it('[LK8] adds what is new at the end and forgets what is gone', () => {
    expect(keepOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
    expect(keepOrder([], ['b', 'a'])).toEqual(['b', 'a']);
  });
});
