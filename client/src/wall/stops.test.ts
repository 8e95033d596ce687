import type { PulseBoardRow, PulseRow } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { wallStops, type StopSources } from './stops.ts';

function pulseWith(of: number): ReadonlyMap<string, PulseRow> {
  // Only what is planned and what stands still is looked at.
  const board = {
    kind: 'board',
    units: { on: 0, of, waiting: 0, without: 3 },
    standstill: { units: 0, metrics: 0 },
  } as PulseBoardRow;
  return new Map([['board', board]]);
}
const stopsOf = (settings: StopSources['settings'], of = 2) =>
  wallStops({ metrics: ['a', 'b'], pulse: pulseWith(of), drives: [], ready, settings });
const ready: StopSources['ready'] = new Set();

describe('stops of a wall', () => {
  it('[UI49] every metric has its turn, and the pulse where it has something to say', () => {
    expect(stopsOf({})).toEqual(['ranking:a', 'ranking:b', 'pulse']);
    expect(stopsOf({}, 0)).toEqual(['ranking:a', 'ranking:b']);
    expect(
      wallStops({ metrics: ['a'], pulse: new Map(), drives: [], ready, settings: {} }),
    ).toEqual(['ranking:a']);
  });

  it('[UI49] the address chooses the scenes and their order, and fixes the metric', () => {
    expect(stopsOf({ scenes: [{ scene: 'pulse' }, { scene: 'ranking' }] })).toEqual([
      'pulse',
      'ranking:a',
      'ranking:b',
    ]);
    expect(stopsOf({ scenes: [{ scene: 'pulse' }] }, 0)).toEqual(['pulse']);
    expect(stopsOf({ metric: 'b' })).toEqual(['ranking:b']);
    expect(stopsOf({ metric: 'b', scenes: [{ scene: 'pulse' }, { scene: 'ranking' }] })).toEqual([
      'pulse',
      'ranking:b',
    ]);
    expect(stopsOf({ metric: 'gone' })).toEqual(['ranking:a', 'ranking:b']);
  });

  it('[UI51] drives that are open or under way take their turn, others do not', () => {
    const drives = [
      { id: 'spring', state: 'running' },
      { id: 'old', state: 'finalised' },
      { id: 'next', state: 'pledging' },
      { id: 'frost', state: 'frozen' },
    ] as const;
    const stops = (settings: StopSources['settings']) =>
      wallStops({ metrics: ['a'], pulse: new Map(), drives, ready, settings });
    expect(stops({})).toEqual(['ranking:a', 'drive:spring', 'drive:next', 'drive:frost']);
    expect(stops({ metric: 'a' })).toEqual(['ranking:a']);
    expect(stops({ scenes: [{ scene: 'drive' }] })).toEqual([
      'drive:spring',
      'drive:next',
      'drive:frost',
    ]);
  });

  it('[SC2] a scene with a parameter is of that alone, and the same stop is made once', () => {
    expect(stopsOf({ scenes: [{ scene: 'ranking', metric: 'b', sector: 's' }] })).toEqual([
      'ranking:b/s',
    ]);
    const scenes = [{ scene: 'ranking' }, { scene: 'ranking', metric: 'a' }] as const;
    expect(stopsOf({ scenes })).toEqual(['ranking:a', 'ranking:b']);
  });

  it('[SC8] scenes with something to show take their turn, others are passed over', () => {
    const sources = { metrics: ['a'], pulse: new Map(), drives: [] };
    const some = new Set(['versus', 'records', 'unit'] as const);
    const stops = (settings: StopSources['settings'], shown: StopSources['ready'] = some) =>
      wallStops({ ...sources, ready: shown, settings });
    expect(stops({})).toEqual(['ranking:a', 'versus', 'records', 'unit']);
    expect(stops({ metric: 'a' })).toEqual(['ranking:a']);
    expect(stops({ scenes: [{ scene: 'balance' }, { scene: 'records' }] })).toEqual(['records']);
    expect(stops({ scenes: [{ scene: 'unit', unit: 'u' }] }, new Set())).toEqual(['unit:u']);
  });

  it('[SC8] a scene that is asked for alone says that it has nothing; several give way', () => {
    const scenes = [{ scene: 'records' }, { scene: 'balance' }] as const;
    expect(stopsOf({ scenes: scenes.slice(0, 1) })).toEqual(['records']);
    expect(stopsOf({ scenes })).toEqual(['ranking:a', 'ranking:b']);
  });

  it('[UI49] a wall of drives shows the rankings while none is under way', () => {
    expect(stopsOf({ scenes: [{ scene: 'drive' }] })).toEqual(['ranking:a', 'ranking:b']);
  });

  it('[SP24] the race of a metric is run where it is asked for, and not otherwise', () => {
    expect(stopsOf({})).not.toContain('replay:a');
    expect(stopsOf({ scenes: [{ scene: 'replay' }] })).toEqual(['replay:a', 'replay:b']);
    expect(stopsOf({ scenes: [{ scene: 'replay', metric: 'b' }] })).toEqual(['replay:b']);
  });
});
