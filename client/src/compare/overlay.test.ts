import type { ProgressionMark } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { markAt, momentsOf, overlayOf } from './overlay.ts';

const mark = (achievedAt: string, value: string): ProgressionMark => ({
  achievedAt,
  value,
  kind: 'new',
  holders: [],
  sector: '',
  result: achievedAt,
  state: 'provisional',
});
const frame = { width: 400, height: 200, left: 50, right: 10, top: 10, bottom: 20 };
const ada = [mark('2026-01-01', '5'), mark('2026-03-01', '9')];
const bo = [mark('2026-02-01', '7')];

describe('lines over each other', () => {
  it('[SP19] stand on one scale of time and values', () => {
    const overlay = overlayOf([ada, bo], frame);
    const [first, second] = overlay?.lines ?? [];
    expect(first?.[0]?.x).toBeLessThan(second?.[0]?.x ?? 0);
    expect(second?.[0]?.x).toBeLessThan(first?.[1]?.x ?? 0);
    expect(second?.[0]?.y).toBeLessThan(first?.[0]?.y ?? 0);
    expect(overlayOf([[], []], frame)).toBeUndefined();
  });

  it('[SP19] are read together at every time at which one of them moves', () => {
    const moments = momentsOf([ada, bo]);
    expect(moments.map((at) => [markAt(ada, at), markAt(bo, at)])).toEqual([
      [0, -1],
      [0, 0],
      [1, 0],
    ]);
  });
});
