import { mappingBodySchema, type MappingBody } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { mapMessage } from './mapped.ts';
import { fitsFilter } from './topic-filter.ts';

const plain: MappingBody = {
  name: 'Counters',
  filter: 'plant/+/count',
  unit: { from: 'topic', part: 1 },
  metric: { from: 'fixed', id: 'output' },
  value: '/count',
  isOn: true,
};
const map = (change: object, payload: unknown, topic = 'plant/line-1/count', messageId = 7) => {
  const body = mappingBodySchema.parse({ ...plain, ...change });
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return mapMessage({ id: 'm', ...body }, { topic, payload: text, messageId });
};
const said = (...given: Parameters<typeof map>) =>
  map(...given).map((one) =>
    one.kind === 'result' ? one.body : [one.path, one.message.replace(/ at .*/, '')],
  );
const keys = (...given: Parameters<typeof map>) =>
  map(...given).map((one) => (one.kind === 'result' ? one.keyAt(0) : undefined));

describe('what a message becomes', () => {
  it('[MQ1] ids come from the topic, the payload or are fixed; times in three forms', () => {
    const result = { unit: 'line-1', metric: 'output' };
    expect(said({}, { count: 12.5 })).toEqual([{ ...result, value: expect.anything() }]);
    const time = (as: string) => ({ time: { pointer: '/at', as } });
    const at = '2026-06-30T10:00:00.000Z';
    for (const [as, given] of [
      ['iso', '2026-06-30T12:00:00+02:00'],
      ['seconds', Date.parse(at) / 1000],
      ['milliseconds', Date.parse(at)],
    ] as const)
      expect(said(time(as), { count: 1, at: given })).toMatchObject([{ achievedAt: at }]);
    const deep = { unit: { from: 'payload', pointer: '/of/0' }, names: { 'PRESS 07': 'press-7' } };
    expect(said(deep, { count: 1, of: ['PRESS 07'] })).toMatchObject([{ unit: 'press-7' }]);
    expect(said({ value: '' }, '42.0')).toMatchObject([{ unit: 'line-1' }]);
  });

  it('[MQ1] a list becomes one each, as Sparkplug has it; what is not in the element is in the whole', () => {
    const sparkplug = {
      each: '/metrics',
      metric: { from: 'payload', pointer: '/name' },
      value: '/value',
      time: { pointer: '/timestamp', as: 'milliseconds' },
      sequence: '/seq',
    };
    const payload = {
      timestamp: 1_000,
      seq: 3,
      metrics: [
        { name: 'output', value: 5 },
        { name: 'scrap', value: '0.5', timestamp: 2_000 },
        { name: 'Node Control/Rebirth', value: false },
      ],
    };
    expect(said(sparkplug, payload)).toMatchObject([
      { metric: 'output', achievedAt: '1970-01-01T00:00:01.000Z' },
      { metric: 'scrap', achievedAt: '1970-01-01T00:00:02.000Z' },
      ['metric', '“Node Control/Rebirth” is no id, and no name of the mapping'],
    ]);
    expect(new Set(keys(sparkplug, payload)).size).toBe(3);
  });

  it('[MQ1] whatever else is sent is a reason, and no harm', () => {
    expect(said({}, '')).toEqual([['value', 'nothing stands']]);
    expect(said({}, 'null')).toEqual([['value', 'nothing stands']]);
    expect(said({}, { count: { a: 1 } })).toEqual([
      ['value', 'neither a text nor a number stands'],
    ]);
    expect(said({}, { count: 'many' })).toMatchObject([['value', expect.anything()]]);
    expect(said({ value: '/__proto__/x' }, {})).toMatchObject([['value', expect.anything()]]);
    expect(
      said(
        { names: { a: 'b' }, unit: { from: 'payload', pointer: '/u' } },
        { u: '__proto__', count: 1 },
      ),
    ).toMatchObject([['unit', expect.anything()]]);
    expect(said({ each: '/list' }, { list: 4 })).toEqual([['each', 'no list stands']]);
    expect(said({ unit: { from: 'topic', part: 9 } }, { count: 1 })).toEqual([
      ['unit', 'the topic has no such part'],
    ]);
    expect(said({ time: { pointer: '/at', as: 'seconds' } }, { count: 1, at: 'noon' })).toEqual([
      ['time', '“noon” is no time'],
    ]);
  });

  it('[MQ3] a key is of time and sequence where there are any, otherwise of the delivery', () => {
    const counted = { sequence: '/n' };
    const first = keys(counted, { count: 1, n: 5 }, 'plant/line-1/count', 1);
    expect(keys(counted, { count: 1, n: 5 }, 'plant/line-1/count', 2)).toEqual(first);
    expect(keys(counted, { count: 1, n: 6 })).not.toEqual(first);
    expect(keys(counted, { count: 1, n: 5 }, 'plant/line-2/count')).not.toEqual(first);
    const bare = keys({}, { count: 1 }, 'plant/line-1/count', 1);
    expect(keys({}, { count: 1 }, 'plant/line-1/count', 1)).toEqual(bare);
    expect(keys({}, { count: 1 }, 'plant/line-1/count', 2)).not.toEqual(bare);
  });

  it('[MQ1] wildcards stand for one part, or for all that follow', () => {
    const fits = (filter: string, topic: string) => fitsFilter(filter, topic);
    expect(fits('plant/+/count', 'plant/a/count')).toBe(true);
    expect(fits('plant/+/count', 'plant/a/b/count')).toBe(false);
    expect(fits('plant/#', 'plant/a/b')).toBe(true);
    expect(fits('plant/#', 'plant')).toBe(true);
    expect(fits('plant/+', 'plant')).toBe(false);
    expect(fits('#', '$SYS/uptime')).toBe(false);
    expect(fits('plant', 'plant/a')).toBe(false);
  });
});
