import type { CooperationPair, ResultRow } from '@emulation/shared';
import { expect, it } from 'vitest';
import { cellQuery, isOfPair, partsOf } from './opened.ts';

const row = (unit: string, ...partners: [string, string][]) =>
  // The rest of a result says nothing about its parties.
  ({ unit, partners: partners.map(([one, role]) => ({ unit: one, role })) }) as ResultRow;
// Only who the pair is counts here.
const pair = { units: ['ada', 'bo'] } as unknown as CooperationPair;

it('[JT6] a pair opens to the results it is counted from, and to no others', () => {
  const helped = row('ada', ['bo', 'helped'], ['cy', 'performed']);
  const together = row('cy', ['ada', 'performed'], ['bo', 'performed']);
  const helpersOfThird = row('cy', ['ada', 'helped'], ['bo', 'lent']);
  const shownOf = (result: ResultRow) =>
    (['all', 'together', 'helped', 'lent'] as const).filter((shown) =>
      isOfPair(pair, shown, result),
    );
  expect(shownOf(helped)).toEqual(['all', 'helped']);
  expect(shownOf(together)).toEqual(['all', 'together']);
  expect(shownOf(helpersOfThird)).toEqual([]);
});

it('[JT10] a number of a sector is asked for as it is counted', () => {
  const cell = { kind: 'sectors', from: 'a', to: 'b', performed: 1, helped: 2, lent: 3 } as const;
  expect([partsOf(cell, 'all'), partsOf(cell, 'together'), partsOf(cell, 'lent')]).toEqual([
    6, 1, 3,
  ]);
  expect(partsOf(undefined, 'all')).toBe(0);
  expect(cellQuery(cell, 'all')).toEqual({ sector: 'b', partnerSector: 'a' });
  expect(cellQuery(cell, 'together')).toMatchObject({ roles: 'performed' });
});
