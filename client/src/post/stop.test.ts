import { describe, expect, it } from 'vitest';
import { clear, keptWaitMs, liveWaitMs, submitted, waited, type Stop } from './stop.ts';

const usual = { isKnown: true, isDoubted: false };
const doubted = { isKnown: true, isDoubted: true };
const unknown = { isKnown: false, isDoubted: false };
const live = { now: 100, isLinked: true };
const offline = { now: 100, isLinked: false };
const stopOf = (stop: Stop | 'post'): Stop => {
  if (stop === 'post') throw new Error('it was posted');
  return stop;
};

describe('[PO10] the stop, before and after the usual range has come', () => {
  it('[PO10] a usual value goes out at once, a doubted one after it was asked about once', () => {
    expect(submitted(clear, 'u m 5', usual, live)).toBe('post');
    const asked = stopOf(submitted(clear, 'u m 500', doubted, live));
    expect(asked.name).toBe('asked');
    expect(submitted(asked, 'u m 500', doubted, live)).toBe('post');
  });

  it('[PO10] a tap before the range has come waits for it, and is judged by it', () => {
    const waiting = stopOf(submitted(clear, 'u m 500', unknown, live));
    expect(waited(waiting, 'u m 500', unknown, 100 + liveWaitMs - 1)).toBe(waiting);
    expect(submitted(waiting, 'u m 500', unknown, live)).toBe(waiting);
    expect(waited(waiting, 'u m 500', usual, 700)).toBe('post');
    expect(waited(waiting, 'u m 500', doubted, 700)).toMatchObject({ name: 'asked' });
  });

  it('[PO10] a range that does not come doubts nothing: it is posted when the time is over', () => {
    const waiting = stopOf(submitted(clear, 'u m 500', unknown, live));
    expect(waited(waiting, 'u m 500', unknown, 100 + liveWaitMs)).toBe('post');
  });

  it('[PO10] without a network only what the device kept is waited for', () => {
    const waiting = stopOf(submitted(clear, 'u m 500', unknown, offline));
    expect(waited(waiting, 'u m 500', unknown, 100 + keptWaitMs)).toBe('post');
    expect(waited(waiting, 'u m 500', doubted, 110)).toMatchObject({ name: 'asked' });
    expect(keptWaitMs).toBeLessThan(liveWaitMs);
  });

  it('[PO10] another value is another question', () => {
    const asked = stopOf(submitted(clear, 'u m 500', doubted, live));
    expect(waited(asked, 'u m 50', usual, 200)).toBe(clear);
    expect(submitted(asked, 'u m 501', doubted, live)).toMatchObject({ question: 'u m 501' });
    const waiting = stopOf(submitted(clear, 'u m 500', unknown, live));
    expect(waited(waiting, 'u m 50', usual, 200)).toBe(clear);
  });
});
