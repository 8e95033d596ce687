import { deskActs, factSchema } from '@emulation/shared';
import { expect, it } from 'vitest';
import desk from '../i18n/en/desk.json' with { type: 'json' };
import { families } from './audit-families.ts';

it('[AU8] every kind of act that a ledger holds can be chosen, and has words', () => {
  const types = factSchema.options.map(({ shape }) => shape.type.value);
  const held = new Set(types.map((type) => type.split('.')[0]));
  expect(new Set<string | undefined>(families)).toEqual(held);
  expect(new Set(Object.keys(desk.audit.family))).toEqual(held);
  expect(Object.keys(desk.audit.act).toSorted()).toEqual([...deskActs].toSorted());
});
