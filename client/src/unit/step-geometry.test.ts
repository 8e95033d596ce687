import { describe, expect, it } from 'vitest';
import { monthTicks, notedMarks, scale, spanOf, stepPath, ticksOf } from './step-geometry.ts';

describe('the line of records', () => {
  it('[UI6] a record holds until the next one, and the last until the edge', () => {
    const path = stepPath(
      [
        { x: 0, y: 10 },
        { x: 5, y: 4 },
      ],
      9,
    );
    expect(path).toBe('M0.0 10.0H5.0V4.0H9.0');
  });

  it('[UI6] a single mark still has a span to be drawn in', () => {
    const span = spanOf([5], 0.1);
    expect(span.from).toBeLessThan(5);
    expect(scale(span, 0, 100)(5)).toBeCloseTo(50);
  });

  it('[UI7] axis values are round and inside the span', () => {
    expect(ticksOf({ from: 76.2, to: 95.9 }, 4)).toEqual([80, 85, 90, 95]);
    // A quarter would be said as 60.3, 60.5 and 60.8.
    expect(ticksOf({ from: 60, to: 61 }, 4).length).toBe(5);
    expect(ticksOf({ from: 60, to: 61 }, 4, 1)).toEqual([60, 60.5, 61]);
    expect(ticksOf({ from: 60, to: 61 }, 4, 0)).toEqual([60, 61]);
    const from = Date.UTC(2023, 7, 31);
    const ticks = monthTicks({ from, to: Date.UTC(2026, 0, 31) }, 5);
    expect(ticks.map((at) => new Date(at).toISOString().slice(0, 7))).toEqual([
      '2024-01',
      '2024-07',
      '2025-01',
      '2025-07',
      '2026-01',
    ]);
  });

  it('[SP18] values stand beside marks that have room, the newest before all; equalled ones stay without', () => {
    const places = [{ x: 0 }, { x: 90 }, { x: 100 }, { x: 200 }];
    expect(notedMarks(places, [true, true, true, true])).toEqual([0, 2, 3]);
    expect(notedMarks(places, [true, true, false, true])).toEqual([0, 1, 3]);
    expect(notedMarks([], [])).toEqual([]);
  });
});
