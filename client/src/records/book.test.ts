import type { RecordRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { chaptersOf, marginOf } from './book.ts';
import { readRecordsQuery } from './records-query.ts';

const record = (row: Partial<RecordRow>): RecordRow => ({
  metric: 'speed',
  scope: 'board',
  value: '9.0',
  achievedAt: '2026-05-01',
  holders: ['ada'],
  result: 'r',
  state: 'provisional',
  breakthrough: false,
  equalled: 0,
  equalledBy: [],
  ...row,
});
const metric = (id: string) => ({ kind: 'metric', id, name: id, decimals: 1 }) as MetricInfo;
const vocabulary: Vocabulary = {
  status: 'ready',
  sectors: new Map(['north', 'south'].map((id) => [id, { kind: 'sector', id, name: id }])),
  units: new Map([
    ['ada', { kind: 'unit', id: 'ada', name: 'Ada', sector: 'north' }],
    ['bo', { kind: 'unit', id: 'bo', name: 'Bo', sector: 'south' }],
  ]),
  metrics: new Map(['speed', 'weight'].map((id) => [id, metric(id)])),
  drives: new Map(),
};
const rows = [
  record({ scope: 'unit', unit: 'bo' }),
  record({ scope: 'sector', sector: 'south' }),
  record({ scope: 'sector', sector: 'north', state: 'verified' }),
  record({}),
  record({ metric: 'weight', scope: 'unit', unit: 'ada' }),
];
const book = (search: string) =>
  chaptersOf(rows, readRecordsQuery(new URLSearchParams(search)), vocabulary).map(
    (chapter) =>
      `${chapter.metric.id}: ${chapter.rows.map((row) => row.sector ?? row.unit ?? row.scope).join(' ')}`,
  );

describe('the record book', () => {
  it('[SP17] has a chapter for each metric: the board, the sectors in their order, or the units', () => {
    expect(book('')).toEqual(['speed: board north south']);
    expect(book('scope=unit')).toEqual(['speed: bo', 'weight: ada']);
    expect(book('scope=unit&metric=weight')).toEqual(['weight: ada']);
    expect(book('scope=nonsense')).toEqual(book(''));
  });

  it('[SP17] is narrowed to a sector and to what is verified or not', () => {
    expect(book('sector=south')).toEqual(['speed: south']);
    expect(book('scope=unit&sector=north')).toEqual(['weight: ada']);
    expect(book('state=verified')).toEqual(['speed: north']);
  });

  it('[SP17] tells by how much a record beat the one before, exactly', () => {
    expect(marginOf(record({ before: '8.7' }), 1)).toBe('0.3');
    expect(marginOf(record({ value: '-2.6', before: '0.4' }), 1)).toBe('3.0');
    expect(marginOf(record({}), 1)).toBeNull();
  });
});
