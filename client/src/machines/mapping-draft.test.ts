import type { Mapping } from '@emulation/shared';
import { expect, it } from 'vitest';
import { bodyOf, draftOf } from './mapping-draft.ts';

it('[MQ8] what is opened and saved again is the same, and parts of a topic are counted from 1', () => {
  const mapping: Mapping = {
    id: 'edge',
    name: 'Edge',
    filter: 'spBv1.0/plant/DDATA/+/+',
    each: '/metrics',
    unit: { from: 'topic', part: 4 },
    metric: { from: 'payload', pointer: '/name' },
    value: '/value',
    time: { pointer: '/timestamp', as: 'milliseconds' },
    sequence: '/seq',
    names: { 'PRESS = 07': 'press-7' },
    isOn: false,
  };
  const draft = draftOf(mapping);
  expect(draft.unit).toBe('5');
  const { id: _, ...body } = mapping;
  expect(bodyOf(draft)).toEqual(body);
});

it('[MQ8] what nobody filled in is left out', () => {
  const body = bodyOf({ ...draftOf(undefined), metric: ' output ', names: 'nonsense\n\n' });
  expect(body).toEqual({
    name: '',
    filter: '',
    unit: { from: 'topic', part: 1 },
    metric: { from: 'fixed', id: 'output' },
    value: '/value',
    isOn: true,
  });
});
