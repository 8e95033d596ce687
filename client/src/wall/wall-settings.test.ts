import { describe, expect, it } from 'vitest';
import { rankingTopic, readSettings } from './wall-settings.ts';

const usual = { stopMs: 12_000, period: 'all', theme: 'hall', sound: false };

describe('settings of a wall', () => {
  it('[UI42] the address fixes metric, pace, period and theme', () => {
    expect(readSettings('?metric=output&seconds=20&period=week&theme=office&sound=1')).toEqual({
      metric: 'output',
      stopMs: 20_000,
      period: 'week',
      theme: 'office',
      sound: true,
    });
    expect(rankingTopic('output', 'all')).toBe('ranking:output');
    expect(rankingTopic('output', 'week')).toBe('ranking:output:week');
  });

  it('[UI49] the address names the scenes and their order; names that are none are passed over', () => {
    expect(readSettings('?scenes=pulse,ranking').scenes).toEqual([
      { scene: 'pulse' },
      { scene: 'ranking' },
    ]);
    expect(readSettings('?scenes=pulse,party,%20pulse').scenes).toEqual([{ scene: 'pulse' }]);
    expect(readSettings('?scenes=party').scenes).toBeUndefined();
  });

  it('[UI42] nonsense in the address changes nothing', () => {
    expect(readSettings('')).toEqual(usual);
    expect(readSettings('?seconds=abc&metric=&period=never&theme=pink')).toEqual(usual);
    expect(readSettings('?seconds=0.1').stopMs).toBe(4_000);
  });
});
