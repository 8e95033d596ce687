import { describe, expect, it } from 'vitest';
import { searchUnits } from './unit-search.ts';

const units = ['Besançon', 'Line 10', 'Line 2', 'Night line'].map((name, index) => ({
  kind: 'unit' as const,
  id: `u${index}`,
  name,
  sector: 's',
}));
const found = (typed: string) => searchUnits(units, typed).map((unit) => unit.name);

describe('search of a unit', () => {
  it('[UI69] accents, case and the order of words do not matter', () => {
    expect(found('besancon')).toEqual(['Besançon']);
    expect(found('LINE night')).toEqual(['Night line']);
    expect(found('u2')).toEqual(['Line 2']);
  });

  it('[UI69] names that begin with it come first, numbers in their order', () => {
    expect(found('line')).toEqual(['Line 2', 'Line 10', 'Night line']);
    expect(found('')).toHaveLength(4);
    expect(found('zzz')).toEqual([]);
  });
});
