import type { ProgressionMark } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { barsOf, frameIndex, hasCome, marksByFrame, momentOf, scaleOf } from './frames.ts';

const frame = (at: string, scores: string[] = []) => ({
  at,
  ranked: scores.length,
  results: scores.length,
  ids: scores.map((_, index) => `u${index}`),
  scores,
});
const mark = (achievedAt: string): ProgressionMark => ({
  value: '1',
  achievedAt,
  kind: 'new',
  holders: ['u0'],
  sector: 's',
  result: achievedAt,
  state: 'provisional',
});
const zone = 'Europe/Paris';

describe('the frames of a replay', () => {
  it('[SP21] the frame of a moment is the last that has come by then', () => {
    const days = ['2026-05-01', '2026-05-03', '2026-05-05'].map((at) => frame(at));
    expect(frameIndex(days, '', zone)).toBe(2);
    expect(frameIndex(days, '2026-05-04', zone)).toBe(1);
    expect(frameIndex(days, '2026-05-03', zone)).toBe(1);
    expect(frameIndex(days, '2020-01-01', zone)).toBe(0);
    // A date stands for its end: within 3 May only that of 1 May has come.
    expect(frameIndex(days, '2026-05-03T12:00:00.000Z', zone)).toBe(0);
    const times = ['2026-05-01T08:00:00.000Z', '2026-05-01T09:00:00.000Z'].map((at) => frame(at));
    expect(frameIndex(times, '2026-05-01T08:59:00.000Z', zone)).toBe(0);
    expect(frameIndex(times, '2026-05-01', zone)).toBe(1);
  });

  it('[SP21] what was achieved has come by the end of its day in the zone of the board', () => {
    // 22:30 UTC on 1 May is 2 May in Paris.
    expect(hasCome('2026-05-01T22:30:00.000Z', '2026-05-01', zone)).toBe(false);
    expect(hasCome('2026-05-01T21:30:00.000Z', '2026-05-01', zone)).toBe(true);
    expect(hasCome('2026-05-02', '2026-05-01T22:00:00.000Z', zone)).toBe(true);
    expect(momentOf('2026-05-01', zone)).toBe('2026-05-01T21:59:59.999Z');
  });

  it('[SP21] a record falls in the first frame in which it has come', () => {
    const frames = ['2026-05-01', '2026-05-03', '2026-05-05'].map((at) => frame(at));
    const fallen = marksByFrame(
      frames,
      [mark('2026-05-02'), mark('2026-05-03'), mark('2026-06-01')],
      zone,
    );
    expect([...fallen].map(([at, marks]) => [at, marks.length])).toEqual([[1, 2]]);
  });

  it('[SP23] totals stand in proportion to the leader, and equal ones share a place', () => {
    const frames = [frame('2026-05-01', ['40', '20', '20', '10'])];
    const scale = scaleOf(frames, { direction: 'higher', aggregate: 'sum' });
    const bars = frames.flatMap((one) => barsOf(one, scale));
    expect(bars.map(({ place, share }) => [place, share])).toEqual([
      [1, 1],
      [2, 0.5],
      [2, 0.5],
      [4, 0.25],
    ]);
  });

  it('[SP23] other scores reach from the worst of the race to its best, also where lower is better', () => {
    const frames = [frame('2026-05-01', ['9', '12']), frame('2026-05-02', ['6', '9'])];
    const scale = scaleOf(frames, { direction: 'lower', aggregate: 'best' });
    expect(scale).toEqual({ kind: 'range', worst: 12, best: 6 });
    const shares = frames.map((one) => barsOf(one, scale).map(({ share }) => share));
    expect(shares[1]?.[0]).toBe(1);
    expect(shares[0]?.[1]).toBeCloseTo(0.1);
    expect(shares[0]?.[0]).toBe(shares[1]?.[1]);
  });
});
