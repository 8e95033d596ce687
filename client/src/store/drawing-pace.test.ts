import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DrawingPace } from './drawing-pace.ts';

const frameMs = 16;
/** Drawing is the task after a frame. */
const soonMs = frameMs + 1;
/** When something was drawn, ms from the beginning. */
let drawn: number[] = [];
/** How long the device takes to draw once. */
let costMs = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then, frameMs));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  drawn = [];
  costMs = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function startPace(): DrawingPace {
  const begun = performance.now();
  /** What drawing took, beside what the timers count. */
  let spentMs = 0;
  return new DrawingPace(
    () => {
      drawn.push(Math.round(performance.now() - begun));
      spentMs += costMs;
    },
    () => performance.now() + spentMs,
  );
}

/** Something changes every 50 ms for two seconds. */
function rush(pace: DrawingPace): void {
  for (let ms = 0; ms < 2_000; ms += 50) {
    pace.ask();
    vi.advanceTimersByTime(50);
  }
}

it('[LK9] what changes after a pause is drawn after the next frame, and once for all until then', () => {
  const pace = startPace();
  pace.ask();
  pace.ask();
  vi.advanceTimersByTime(soonMs);
  expect(drawn).toEqual([soonMs]);
  vi.advanceTimersByTime(5_000);
  expect(drawn).toHaveLength(1);
});

it('[LK9] in a rush a slow device draws seldom, but at least once a second, and the last state in the end', () => {
  const pace = startPace();
  costMs = 2;
  rush(pace);
  const quick = drawn.length;
  vi.advanceTimersByTime(5_000);
  drawn = [];
  costMs = 80;
  rush(pace);
  expect(quick).toBeGreaterThan(20);
  expect(drawn.length).toBeGreaterThanOrEqual(2);
  expect(drawn.length).toBeLessThan(5);
  const before = drawn.length;
  pace.ask();
  vi.advanceTimersByTime(1_000);
  expect(drawn.length).toBeGreaterThan(before);
});

it('[LK9] nothing is drawn while all of it is covered; then at once', () => {
  const pace = startPace();
  const first = pace.hold();
  const second = pace.hold();
  pace.ask();
  vi.advanceTimersByTime(2_000);
  first();
  first();
  vi.advanceTimersByTime(2_000);
  expect(drawn).toEqual([]);
  second();
  vi.advanceTimersByTime(soonMs);
  expect(drawn).toHaveLength(1);
});

it('[LK9] a change that waited for a frame when the cover came is drawn when it goes', () => {
  const pace = startPace();
  pace.ask();
  const release = pace.hold();
  vi.advanceTimersByTime(1_000);
  expect(drawn).toEqual([]);
  release();
  vi.advanceTimersByTime(soonMs);
  expect(drawn).toHaveLength(1);
});
