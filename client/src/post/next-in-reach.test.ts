import { describe, expect, it } from 'vitest';
import { nextInReach } from './next-in-reach.ts';

const row = (unit: string, place: number, score: string) => ({
  unit,
  place,
  score,
  results: 1,
  reachedAt: '2026-11-24',
});
const rows = [row('a', 1, '2.0'), row('b', 2, '3.5'), row('c', 2, '3.5'), row('d', 4, '4.1')];
const metric = { decimals: 1, direction: 'lower' } as const;

describe('next in reach', () => {
  it('[UI61] is the unit directly ahead, and how far', () => {
    expect(nextInReach(rows, 'd', metric)?.by).toBe('0.6');
    expect(nextInReach(rows, 'c', metric)).toEqual({ unit: 'a', by: '1.5' });
  });

  it('[UI61] is nobody for the leader', () => {
    expect(nextInReach(rows, 'a', metric)).toBeNull();
  });
});
