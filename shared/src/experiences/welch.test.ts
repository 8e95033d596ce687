import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleRounded } from '../vocabulary/rational.ts';
import { squareRoot } from './square-root.ts';
import { studentQuantile } from './student.ts';
import { sampleOf, welchInterval } from './welch.ts';

const hundredths = { sign: 1, factor: 100n } as const;

describe("Welch's interval", () => {
  /*
   * By hand. Before 10, 12, 14: mean 12, s² = (4 + 0 + 4) / 2 = 4. After 15, 16, 20: mean 17,
   * s² = (4 + 1 + 9) / 2 = 7. Squared error 4/3 + 7/3 = 11/3 = 3.6667, error 1.91485.
   * Degrees of freedom (11/3)² / ((4/3)²/2 + (7/3)²/2) = 13.4444 / (0.88889 + 2.72222) = 3.7231,
   * rounded down 3, t = 3.1824. Half width 3.1824 · 1.91485 = 6.09383.
   * Difference 5: from −1.09 to 11.09.
   */
  it('[EX10] is the one computed by hand, to the last digit shown', () => {
    const interval = welchInterval(sampleOf([10, 12, 14]), sampleOf([15, 16, 20]), hundredths);
    expect(scaleRounded(interval.difference, 100n)).toBe(500n);
    expect([interval.low, interval.high]).toEqual([-109n, 1109n]);
    expect([interval.isAbove, interval.isBelow]).toEqual([false, false]);
  });

  /*
   * Means 63 and 68, variances 26/3 and 14/5; squared error 26/12 + 14/30 = 79/30 = 2.63333, error
   * 1.62275. Degrees of freedom 2.63333² / (2.16667²/3 + 0.46667²/5) = 6.93444 / 1.60837 = 4.3115
   * (scipy.stats.ttest_ind(…, equal_var=False) has the same), rounded down 4, t = 2.7764.
   * 5 ± 2.7764 · 1.62275 = 5 ± 4.50540: from 0.49 to 9.51.
   */
  it('[EX10] agrees with the reference formula on samples of unequal size', () => {
    const before = sampleOf([62, 60, 63, 67]);
    const after = sampleOf([68, 66, 71, 67, 68, 68]);
    const interval = welchInterval(before, after, hundredths);
    expect([interval.low, interval.high]).toEqual([49n, 951n]);
    expect(interval.isAbove).toBe(true);
  });

  it('[EX10] turns round where lower is better', () => {
    const before = sampleOf([62, 60, 63, 67]);
    const after = sampleOf([68, 66, 71, 67, 68, 68]);
    const interval = welchInterval(before, after, { sign: -1, factor: 100n });
    expect([interval.low, interval.high]).toEqual([-951n, -49n]);
    expect([interval.isAbove, interval.isBelow]).toEqual([false, true]);
  });

  it('[EX10] equal results leave no doubt: the interval is one point', () => {
    const interval = welchInterval(sampleOf([5, 5, 5]), sampleOf([7, 7, 7]), hundredths);
    expect([interval.low, interval.high, interval.isAbove]).toEqual([200n, 200n, true]);
    const same = welchInterval(sampleOf([5, 5, 5]), sampleOf([5, 5, 5]), hundredths);
    expect([same.low, same.high, same.isAbove, same.isBelow]).toEqual([0n, 0n, false, false]);
  });

  it('[EX10] is what floating point comes to, and never narrower than the quantile demands', () => {
    const values = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(values, values, (before, after) => {
        const spread = (list: number[]) => {
          const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
          const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
          return { mean, error: squares / (list.length - 1) / list.length, n: list.length };
        };
        const [a, b] = [spread(before), spread(after)];
        fc.pre(a.error + b.error > 0);
        const bottom = a.error ** 2 / (a.n - 1) + b.error ** 2 / (b.n - 1);
        const freedom = Math.floor((a.error + b.error) ** 2 / bottom + 1e-9);
        const half = (Number(studentQuantile(freedom)) / 10_000) * Math.sqrt(a.error + b.error);
        const interval = welchInterval(sampleOf(before), sampleOf(after), hundredths);
        expect(Math.abs(Number(interval.low) / 100 - (b.mean - a.mean - half))).toBeLessThan(0.006);
        expect(Math.abs(Number(interval.high) / 100 - (b.mean - a.mean + half))).toBeLessThan(
          0.006,
        );
      }),
    );
  });

  it('[EX10] takes the quantile of the lower line of the table', () => {
    expect(studentQuantile(1)).toBe(127_062n);
    expect(studentQuantile(9.99)).toBe(22_622n);
    expect(studentQuantile(79)).toBe(20_003n);
    expect(studentQuantile(100_000)).toBe(19_623n);
    expect(squareRoot(10n ** 40n - 1n)).toBe(10n ** 20n - 1n);
  });
});
