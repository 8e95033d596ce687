import { expect, it } from 'vitest';
import { standingOf } from './standing.ts';

it('[VF12] a result reads as provisional, verified, ratified, annulled or rejected', () => {
  const ratifiesAt = '2026-06-03T22:00:00.000Z';
  const end = Date.parse(ratifiesAt);
  expect(standingOf({ state: 'provisional' }, end)).toBe('provisional');
  expect(standingOf({ state: 'verified' }, end)).toBe('verified');
  expect(standingOf({ state: 'verified', ratifiesAt }, end - 1)).toBe('verified');
  expect(standingOf({ state: 'verified', ratifiesAt }, end)).toBe('ratified');
  expect(standingOf({ state: 'annulled' }, end)).toBe('annulled');
  expect(standingOf({ state: 'annulled', rejected: true, ratifiesAt }, end)).toBe('rejected');
});
