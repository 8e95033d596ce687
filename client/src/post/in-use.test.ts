import { expect, it } from 'vitest';
import type { MetricInfo, UnitInfo, Vocabulary } from '../store/board-store.ts';
import { inUse } from './in-use.ts';

const unit = (id: string, life: Partial<UnitInfo> = {}): [string, UnitInfo] => [
  id,
  { kind: 'unit', id, name: id, sector: 's', ...life },
];
const metric = (id: string, life: Partial<MetricInfo> = {}): [string, MetricInfo] => [
  id,
  {
    kind: 'metric',
    id,
    name: id,
    unitOfMeasure: 't',
    direction: 'higher',
    decimals: 0,
    aggregate: 'best',
    recordsPer: 'day',
    ...life,
  },
];
const retired = '2026-06-30T10:00:00.000Z';

it('[LC7] what is retired is not offered for posting, and the offer stays the same object', () => {
  const vocabulary: Vocabulary = {
    sectors: new Map(),
    units: new Map([unit('a'), unit('b', { retired }), unit('c', { retired, mergedInto: 'a' })]),
    metrics: new Map([metric('m'), metric('n', { retired })]),
    drives: new Map(),
    status: 'ready',
  };
  const offered = inUse(vocabulary);
  expect([[...offered.units.keys()], [...offered.metrics.keys()]]).toEqual([['a'], ['m']]);
  expect(inUse(vocabulary)).toBe(offered);
});
