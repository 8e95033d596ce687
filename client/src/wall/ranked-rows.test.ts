import type { FormRow, RankingRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { movesOf, rankedRows } from './ranked-rows.ts';

const row = (unit: string, place: number): RankingRow => ({
  place,
  unit,
  score: '1',
  results: 1,
  reachedAt: '2026-05-01',
});
const formOf = (before: Record<string, number | null>): ReadonlyMap<string, FormRow> =>
  new Map(Object.entries(before).map(([unit, place]) => [unit, { unit, before: place, last: [] }]));
const places = (rows: RankingRow[]) => rows.map(({ place, unit }) => `${place} ${unit}`);

describe('rows of a ranking on a wall', () => {
  it('[SC5] the units of a sector have places among themselves, shared ones stay shared', () => {
    const rows = [row('d', 4), row('b', 2), row('a', 1), row('c', 2), row('e', 5)];
    expect(places(rankedRows(rows))).toEqual(['1 a', '2 b', '2 c', '4 d', '5 e']);
    expect(places(rankedRows(rows, (unit) => unit !== 'a'))).toEqual(['1 b', '1 c', '3 d', '4 e']);
  });

  it('[SC5] a unit has risen or fallen since the day began, or is new', () => {
    const rows = [row('a', 1), row('b', 2), row('c', 3)];
    expect(movesOf(rows, formOf({ a: 2, b: 1, c: null }))).toEqual(
      new Map<string, number | 'new'>([
        ['a', 1],
        ['b', -1],
        ['c', 'new'],
      ]),
    );
  });

  it('[SC5] where nobody moved, or no place of the morning is known, nothing is told', () => {
    const rows = [row('a', 1), row('b', 2)];
    expect(movesOf(rows, formOf({ a: 1, b: 2 }))).toBeUndefined();
    expect(movesOf(rows, formOf({ a: null, b: null }))).toBeUndefined();
    expect(movesOf(rows, new Map())).toBeUndefined();
  });

  it('[SC5] within a sector the places of the morning are those of the sector', () => {
    const rows = rankedRows([row('a', 3), row('b', 5)], () => true);
    expect(movesOf(rows, formOf({ a: 7, b: 4 }))).toEqual(
      new Map<string, number | 'new'>([
        ['a', 1],
        ['b', -1],
      ]),
    );
  });
});
