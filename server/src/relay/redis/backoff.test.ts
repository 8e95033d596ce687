import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

test('[RL14] the pause between attempts doubles up to two seconds and is never in step', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 50].map((failures) => backoffMs(failures, 1));
  expect(longest).toEqual([50, 100, 200, 400, 800, 1_600, 2_000, 2_000]);
  expect(backoffMs(6, 0)).toBe(1_000);
  expect(backoffMs(0, 0)).toBe(25);
});
