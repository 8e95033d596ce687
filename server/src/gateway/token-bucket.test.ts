import { expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

it('[LV29] a burst passes, then so many a second, and a pause fills up to the burst', () => {
  const bucket = new TokenBucket(3, 10, 1000);
  const take = (at: number, times: number) =>
    Array.from({ length: times }, () => bucket.take(at)).filter(Boolean).length;
  expect(take(1000, 5)).toBe(3);
  expect(take(1100, 5)).toBe(1);
  expect(take(1350, 5)).toBe(2);
  expect(take(60_000, 5)).toBe(3);
});
