import { expect, it } from 'vitest';
import { slugSchema } from '@emulation/shared';
import { freeId, idsOf } from './name-ids.ts';

it('[SU4] names become readable ids, and distinct names never share one', () => {
  const names = ['Straße Nº 1', 'Strasse no 1', 'Đội 2', '압연', '용해', 'Đội 2', '–'.repeat(90)];
  const ids = idsOf(names, 'unit');
  expect([...ids.values()].slice(0, 5)).toEqual([
    'strasse-no-1',
    'strasse-no-1-2',
    'doi-2',
    'unit',
    'unit-2',
  ]);
  expect(new Set(ids.values()).size).toBe(ids.size);
  for (const id of ids.values()) expect(slugSchema.parse(id)).toBe(id);
  expect(idsOf(names, 'unit')).toEqual(ids);
});

it('[SU4] a new board takes nobody’s id', () => {
  expect(freeId('Plant', 'board', new Set(['plant', 'plant-2']))).toBe('plant-3');
});
