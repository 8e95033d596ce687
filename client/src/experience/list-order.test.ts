import type { ExperienceRow } from '@emulation/shared';
import { expect, it } from 'vitest';
import { orderExperiences, writtenBy } from './list-order.ts';

const counts = {
  offered: 0,
  studying: 0,
  trial: 0,
  adopted: 0,
  sustained: 0,
  'not-applicable': 0,
};
const row = (id: string, seq: number, more: Partial<ExperienceRow> = {}): ExperienceRow => ({
  id,
  title: id,
  unit: 'ada',
  sector: 'north',
  metric: 'output',
  seq,
  writtenAt: '2026-06-01T12:00:00.000Z',
  counts,
  ...more,
});
const rows = [
  row('a', 1, { counts: { ...counts, adopted: 1, sustained: 2 } }),
  row('b', 2, { bestLift: { unit: 'bo', lift: '1.0', percent: '9.5' }, sector: 'south' }),
  row('c', 3, { bestLift: { unit: 'bo', lift: '90.0', percent: '2.0' }, metric: 'scrap' }),
];
const all = { metric: '', sector: '', state: '' };
const ids = (list: ExperienceRow[]) => list.map(({ id }) => id);

it('[EX34] the list of experiences is newest first, most adopted first or largest lift first', () => {
  expect(ids(orderExperiences(rows, all, 'newest'))).toEqual(['c', 'b', 'a']);
  expect(ids(orderExperiences(rows, all, 'adopted'))).toEqual(['a', 'c', 'b']);
  expect(ids(orderExperiences(rows, all, 'lift'))).toEqual(['b', 'c', 'a']);
});

it('[EX34] the list of experiences is narrowed by metric, sector and state', () => {
  expect(ids(orderExperiences(rows, { ...all, metric: 'scrap' }, 'newest'))).toEqual(['c']);
  expect(ids(orderExperiences(rows, { ...all, sector: 'south' }, 'newest'))).toEqual(['b']);
  expect(ids(orderExperiences(rows, { ...all, state: 'sustained' }, 'newest'))).toEqual(['a']);
  expect(ids(orderExperiences(rows, { ...all, state: 'nonsense' }, 'newest'))).toEqual([]);
});

it('[EX37] what a unit wrote stands on its page, newest first, without what it withdrew', () => {
  const all = [
    ...rows,
    row('other', 4, { unit: 'bo' }),
    row('gone', 5, { withdrawn: { at: '2026-06-02T12:00:00.000Z', reason: 'it broke' } }),
  ];
  expect(ids(writtenBy(all, 'ada'))).toEqual(['c', 'b', 'a']);
  expect(ids(writtenBy(all, 'cy'))).toEqual([]);
});
