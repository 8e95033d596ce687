import type { RankingRow, RecordRow } from '@emulation/shared';
import { expect, it } from 'vitest';
import { proofOf, wouldReach } from './would-reach.ts';

const row = (unit: string, score: string): RankingRow => ({
  place: 1,
  unit,
  score,
  results: 1,
  reachedAt: '2026-06-01',
});
const rows = [row('a', '10.0'), row('b', '9.9'), row('c', '-3.0')];

it('[PL13] a raise says beforehand who would reach the level, in the direction of the metric', () => {
  const higher = { direction: 'higher', aggregate: 'best' } as const;
  expect(wouldReach(higher, rows, '9.9')).toEqual(['a', 'b']);
  expect(wouldReach(higher, rows, '10.1')).toEqual([]);
  expect(wouldReach({ ...higher, direction: 'lower' }, rows, '9.9')).toEqual(['b', 'c']);
});

it('[PL13] a record is offered as the proof only of a level it shows', () => {
  // Only the value is looked at.
  const record = { value: '12.0', result: 'r' } as RecordRow;
  const best = { direction: 'higher', aggregate: 'best' } as const;
  expect(proofOf(best, record, '12.0')).toBe(record);
  expect(proofOf(best, record, '12.1')).toBeUndefined();
  expect(proofOf({ ...best, aggregate: 'sum' }, record, '1.0')).toBeUndefined();
  expect(proofOf(best, undefined, '1.0')).toBeUndefined();
});
