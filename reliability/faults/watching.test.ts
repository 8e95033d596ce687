import { expect, it } from 'vitest';
import { countGaps } from './watching.ts';

const places = Array.from({ length: 1000 }, (_, at) => `${at}.0`);
const position = new Map(places.map((place, at) => [place, at]));
const without = (from: number, to: number) => [...places.slice(0, from), ...places.slice(to)];

it.each([
  ['everything', places, { wrong: 0, skipped: 0 }],
  ['all since it began', places.slice(40), { wrong: 0, skipped: 0 }],
  ['all but one', without(3, 4), { wrong: 1, skipped: 0 }],
  ['all but 500', without(3, 503), { wrong: 1, skipped: 0 }],
  ['all but 501, which nobody is told of each', without(3, 504), { wrong: 0, skipped: 1 }],
  ['one twice', [...places.slice(0, 5), ...places.slice(4)], { wrong: 1, skipped: 0 }],
  ['two in the wrong order', ['0.0', '2.0', '1.0', ...places.slice(3)], { wrong: 3, skipped: 0 }],
  ['not the last', places.slice(0, -1), { wrong: 1, skipped: 0 }],
  ['not the last 600', places.slice(0, 400), { wrong: 1, skipped: 0 }],
  ['nothing', [], { wrong: 1, skipped: 0 }],
])('[FT6] the faults see in what a client was told %s', (_, told, counted) => {
  expect(countGaps(told, position)).toEqual(counted);
});
