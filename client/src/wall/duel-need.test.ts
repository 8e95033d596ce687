import type { DuelRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { isNear, nearestDuel, needOf } from './duel-need.ts';

const duel = (closeness: number): DuelRow => ({
  metric: 'm',
  ahead: { unit: 'a', place: 1, score: '12.5' },
  behind: { unit: 'b', place: 2, score: '12.0' },
  by: '0.5',
  closeness,
});
const metric = { aggregate: 'best', direction: 'higher', decimals: 1 } as const;

describe('a head-to-head', () => {
  it('[SC6] says what the unit behind needs, where one number says it', () => {
    expect(needOf(metric, duel(1))).toEqual({ kind: 'result', value: '12.6' });
    expect(needOf({ ...metric, direction: 'lower' }, duel(1))).toEqual({
      kind: 'result',
      value: '12.4',
    });
    expect(needOf({ ...metric, aggregate: 'sum' }, duel(1))).toEqual({
      kind: 'more',
      value: '0.6',
    });
    expect(needOf({ ...metric, aggregate: 'mean' }, duel(1))).toBeUndefined();
    expect(needOf({ ...metric, aggregate: 'sum', direction: 'lower' }, duel(1))).toBeUndefined();
  });

  it('[SC6] is about the two that are nearest, if they are near at all', () => {
    expect(nearestDuel([duel(30), duel(20), duel(20)])?.closeness).toBe(20);
    expect(nearestDuel([])).toBeUndefined();
    expect(isNear(duel(200_000))).toBe(true);
    expect(isNear(duel(200_001))).toBe(false);
    expect(isNear(undefined)).toBe(false);
  });
});
