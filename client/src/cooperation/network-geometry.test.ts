import { expect, it } from 'vitest';
import { placeUnits, unitRadius } from './network-geometry.ts';

it('[JT9] units stand around the circle, sector by sector, none on top of another', () => {
  const { units, arcs } = placeUnits([
    { sector: 'north', units: ['a', 'b', 'c'] },
    { sector: 'empty', units: [] },
    { sector: 'south', units: ['d', 'e'] },
  ]);
  expect(units.map(({ unit }) => unit)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(arcs.map(({ sector }) => sector)).toEqual(['north', 'south']);
  const places = new Set(units.map(({ x, y }) => `${x} ${y}`));
  expect(places.size).toBe(5);
  for (const { x, y } of units) expect(Math.hypot(x, y)).toBeCloseTo(unitRadius, 0);
  const [, b, c, d] = units;
  // A gap between sectors is wider than the step inside one.
  expect((d?.angle ?? 0) - (c?.angle ?? 0)).toBeGreaterThan((c?.angle ?? 0) - (b?.angle ?? 0));
});
