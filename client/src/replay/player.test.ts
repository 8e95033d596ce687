import { describe, expect, it } from 'vitest';
import { beatOn, keyIndex, pace, toggle } from './player.ts';

const tape = { index: 3, length: 11, isPlaying: true };

describe('the player', () => {
  it('[SP22] goes on to the end, stops there, and plays from there anew', () => {
    expect(beatOn(tape, 1)).toEqual({ ...tape, index: 4 });
    const end = beatOn(tape, 99);
    expect(end).toEqual({ ...tape, index: 10, isPlaying: false });
    expect(toggle(end)).toEqual({ ...tape, index: 0, isPlaying: true });
    expect(toggle(tape).isPlaying).toBe(false);
    expect(toggle({ index: 0, length: 1, isPlaying: false }).isPlaying).toBe(false);
  });

  it('[SP22] keys step, page and go to the ends, and never beyond them', () => {
    const keys = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', 'a'];
    expect(keys.map((key) => keyIndex(key, tape))).toEqual([4, 2, 4, 2, 0, 10, undefined]);
    expect(keyIndex('ArrowLeft', { ...tape, index: 0 })).toBe(0);
  });

  it('[SP22] twice the speed takes half the time; what is too fast to see is left out', () => {
    const { ms, by } = pace(100, 1, false);
    expect([pace(100, 2, false).ms, by]).toEqual([ms / 2, 1]);
    const fast = pace(500, 4, false);
    expect(fast.by).toBeGreaterThan(1);
    expect(fast.ms).toBeGreaterThanOrEqual(120);
  });

  it('[SP22] with reduced motion it goes on once a second, as far as a second goes', () => {
    const usual = pace(200, 1, false);
    const reduced = pace(200, 1, true);
    expect(reduced.ms).toBe(1_000);
    expect(reduced.by).toBe(Math.round(1_000 / usual.ms));
  });
});
