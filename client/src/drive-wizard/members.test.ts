import { describe, expect, it } from 'vitest';
import { takesPart, toggleSector, toggleUnit } from './members.ts';

const anvil = { id: 'anvil', sector: 'north' };
const bellows = { id: 'bellows', sector: 'north' };
const drill = { id: 'drill', sector: 'south' };
const everyone = { everyone: true, sectors: [], units: [], except: [] };
const nobody = { ...everyone, everyone: false };

describe('who takes part', () => {
  it('[DW8] a unit is taken out of everyone or of its sector by name, and back in', () => {
    const without = toggleUnit(everyone, anvil);
    expect(without.except).toEqual(['anvil']);
    expect([anvil, bellows, drill].map((unit) => takesPart(without, unit))).toEqual([
      false,
      true,
      true,
    ]);
    expect(toggleUnit(without, anvil)).toEqual(everyone);
  });

  it('[DW9] a sector takes its units in, and says nothing twice', () => {
    const some = toggleUnit(toggleUnit(nobody, anvil), drill);
    expect(some.units).toEqual(['anvil', 'drill']);
    const north = toggleSector(some, 'north', [anvil, bellows]);
    expect(north).toEqual({ ...nobody, sectors: ['north'], units: ['drill'] });
    expect([anvil, bellows, drill].every((unit) => takesPart(north, unit))).toBe(true);
    const withoutAnvil = toggleUnit(north, anvil);
    expect(withoutAnvil.except).toEqual(['anvil']);
    expect(toggleSector(withoutAnvil, 'north', [anvil, bellows])).toEqual({
      ...nobody,
      units: ['drill'],
    });
  });
});
