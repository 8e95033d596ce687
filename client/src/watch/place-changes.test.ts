import type { RankingRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { gapToLeader } from './gap.ts';
import { markMs, noMemory, rememberPlaces } from './place-changes.ts';

const rows = (...units: string[]): RankingRow[] =>
  units.map((unit, i) => ({ place: i + 1, unit, score: '1', results: 1, reachedAt: '2026-06-30' }));

const before = rememberPlaces(noMemory, 'speed', rows('a', 'b', 'c'), 0);

describe('marks of changed places', () => {
  it('[UI3] a unit that moved is marked with the places it gained or lost', () => {
    const { changes } = rememberPlaces(before, 'speed', rows('c', 'a', 'b'), 1);
    expect([...changes].map(([unit, { gained }]) => [unit, gained])).toEqual([
      ['c', 2],
      ['a', -1],
      ['b', -1],
    ]);
  });

  it('[UI3] moves within a minute add up, and the mark goes when the minute is over', () => {
    const once = rememberPlaces(before, 'speed', rows('a', 'c', 'b'), 1);
    const twice = rememberPlaces(once, 'speed', rows('c', 'a', 'b'), 2);
    expect(twice.changes.get('c')?.gained).toBe(2);
    const later = rememberPlaces(twice, 'speed', rows('c', 'a', 'b'), 3 + markMs);
    expect(later.changes.size).toBe(0);
  });

  it('[UI3] another metric or period begins without marks', () => {
    expect(rememberPlaces(before, 'speed:week', rows('c', 'a', 'b'), 1).changes.size).toBe(0);
  });

  it('[UI4] the gap to the leader is exact, and whoever shares the lead has none', () => {
    expect(gapToLeader('94.1', '94.4', 1)).toBe('-0.3');
    expect(gapToLeader('-0.6', '-2.6', 1)).toBe('2.0');
    expect(gapToLeader('94.4', '94.4', 1)).toBeNull();
    expect(gapToLeader('900719925474099.3', '900719925474099.1', 1)).toBe('0.2');
  });
});
