import { expect, it } from 'vitest';
import { dayOf } from './clock.ts';

it('[UI47] the day of a record leaves out a year that is not in doubt', () => {
  const now = Date.parse('2026-11-27T12:00:00Z');
  const say = (at: string) => dayOf(at, 'Europe/Paris', 'en-GB', now);
  expect(say('2026-11-23')).toBe('23 Nov');
  expect(say('2026-03-31T22:30:00.000Z')).toBe('1 Apr');
  expect(say('2025-11-23')).toBe('23 Nov 2025');
});
