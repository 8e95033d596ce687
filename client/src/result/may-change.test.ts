import { expect, it } from 'vitest';
import { mayChange } from './may-change.ts';

const result = { unit: 'anvil', state: 'provisional' } as const;

it('[VF17] a leader is offered to change what an own unit posted, until it is verified', () => {
  expect(mayChange(result, 'leader', ['drill', 'anvil'])).toBe(true);
  expect(mayChange(result, 'leader', ['drill'])).toBe(false);
  expect(mayChange(result, 'leader')).toBe(false);
  expect(mayChange({ ...result, state: 'verified' }, 'leader', ['anvil'])).toBe(false);
  for (const role of ['unknown', 'anonymous', 'guest', 'spectator', 'verifier'] as const)
    expect(mayChange(result, role, ['anvil'])).toBe(false);
});

it('[VF17] a steward is offered to change every result that stands', () => {
  expect(mayChange({ ...result, state: 'verified' }, 'steward')).toBe(true);
  expect(mayChange({ ...result, state: 'annulled' }, 'steward')).toBe(false);
});
