import { describe, expect, it } from 'vitest';
import { judgePlausible } from './implausible.ts';

/** Minor units of a metric with one decimal. */
const usual = [940, 945, 950, 955, 960];

describe('the stop for the implausible', () => {
  it('[PO10] lets pass what is within five spreads of the unit’s median, a record among it', () => {
    for (const value of [940, 950, 999, 1_100, 800])
      expect(judgePlausible(value, usual)).toBeUndefined();
  });

  it('[PO10] names the usual range for what is far outside, and what was probably meant', () => {
    expect(judgePlausible(9_450, usual)).toEqual({ low: 760, high: 1_140, meant: 945 });
    expect(judgePlausible(95, usual)).toMatchObject({ meant: 950 });
    expect(judgePlausible(-945, usual)).toMatchObject({ meant: 945 });
    expect(judgePlausible(2_000, usual)).toEqual({ low: 760, high: 1_140 });
    expect(judgePlausible(0, usual)).toEqual({ low: 760, high: 1_140 });
  });

  it('[PO10] a unit whose results scatter is given as much room as they take', () => {
    expect(judgePlausible(2_000, [100, 500, 900, 1_300, 1_700])).toBeUndefined();
    expect(judgePlausible(9_000, [100, 500, 900, 1_300, 1_700])).toMatchObject({ meant: 900 });
  });

  it('[PO10] of few results only a slip by ten is noticed, of none nothing', () => {
    expect(judgePlausible(9_450, [])).toBeUndefined();
    expect(judgePlausible(1_900, [940, 950])).toBeUndefined();
    expect(judgePlausible(9_450, [940, 950])).toEqual({ meant: 945 });
    expect(judgePlausible(30_000, [940])).toBeUndefined();
    expect(judgePlausible(9_400, [0])).toBeUndefined();
  });

  it('[PO10] results that are all the same leave room for the next one', () => {
    expect(judgePlausible(1_001, [1_000, 1_000, 1_000, 1_000, 1_000])).toBeUndefined();
    expect(judgePlausible(1, [0, 0, 0, 0, 0])).toBeUndefined();
    expect(judgePlausible(50, [0, 0, 0, 0, 0])).toMatchObject({ low: -1, high: 1 });
  });
});
