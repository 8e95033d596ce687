import { expect, it } from 'vitest';
import { addSample, offsetOf, sampleOf, type ClockSample } from './clock-offset.ts';

it('[DP14] of the last answers the fastest tells how far the server’s clock is ahead', () => {
  expect(offsetOf([])).toBe(0);
  // The server is 5 s ahead; the way there takes 10 ms and the way back 30 ms.
  const slow = sampleOf(1_000, 1_040, 6_010);
  expect(offsetOf([slow])).toBe(4_990);
  const fast = sampleOf(2_000, 2_004, 7_002);
  expect(offsetOf(addSample([slow], fast))).toBe(5_000);
  let samples: readonly ClockSample[] = [fast];
  for (let at = 0; at < 8; at++) samples = addSample(samples, sampleOf(at, at + 100, at + 1_050));
  // What was fast long ago says nothing of a clock that was set since.
  expect(offsetOf(samples)).toBe(1_000);
});
