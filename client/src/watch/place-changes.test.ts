import type { RankingRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { gapToLeader } from './gap.ts';
import { markMs, noMemory, passedMs, rememberPlaces, untilMarked } from './place-changes.ts';

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

  it('[UI3] in a rush who moved by itself is marked at once, who was passed within two seconds', () => {
    const scored = (order: string, score: string) =>
      rows(...order.split('')).map((row) => (row.unit === 'c' ? { ...row, score } : row));
    const gained = (memory: typeof before) =>
      Object.fromEntries([...memory.marks].map(([unit, mark]) => [unit, mark.gained]));
    const first = rememberPlaces(before, 'speed', scored('acb', '2'), 1_000);
    expect(gained(first)).toEqual({ c: 1, b: -1 });
    expect(untilMarked(first, 1_000)).toBeUndefined();
    const second = rememberPlaces(first, 'speed', scored('cab', '3'), 1_100);
    expect(gained(second)).toEqual({ c: 2, b: -1 });
    const wait = untilMarked(second, 1_100);
    expect(wait).toBe(passedMs - 100);
    const third = rememberPlaces(second, 'speed', scored('cab', '3'), 1_100 + (wait ?? 0));
    expect(gained(third)).toEqual({ c: 2, a: -1, b: -1 });
    expect(untilMarked(third, 4_000)).toBeUndefined();
  });

  it('[UI3] only a result of its own lets a row rise; that others fell does not', () => {
    const fell = rows('a', 'c', 'b').map((row) =>
      row.unit === 'b' ? { ...row, score: '0' } : row,
    );
    const { changes } = rememberPlaces(before, 'speed', fell, 1);
    expect(changes.get('c')).toMatchObject({ gained: 1, rose: false });
    expect(changes.get('b')).toMatchObject({ gained: -1, rose: false });
    const rises = fell.map((row) => (row.unit === 'c' ? { ...row, score: '9', place: 1 } : row));
    const risen = rememberPlaces(before, 'speed', rises, 1);
    expect(risen.changes.get('c')).toMatchObject({ gained: 2, rose: true });
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
