import { describe, expect, it } from 'vitest';
import { earlierSpan, suggestBaseline, suggestTarget } from './suggestion.ts';

const tons = { decimals: 1, direction: 'higher' } as const;
const faults = { decimals: 0, direction: 'lower' } as const;

describe('suggestions for a task', () => {
  it('[DW1] the time before is equally long and over by now', () => {
    const june = { from: '2026-06-01', to: '2026-06-30' };
    expect(earlierSpan(june, '2026-06-01')).toEqual({ from: '2026-05-02', to: '2026-05-31' });
    expect(earlierSpan(june, '2026-05-20')).toEqual({ from: '2026-04-20', to: '2026-05-19' });
    expect(earlierSpan({ from: '2026-06-01', to: '' }, '2026-05-20')).toBeUndefined();
  });

  it('[DW2] the baseline is the middle of what units reached, never better than half of them', () => {
    expect(suggestBaseline(['9.0', '30.0', '12.5'], tons)).toBe('12.5');
    expect(suggestBaseline(['9.0', '12.5', '12.6', '30.0'], tons)).toBe('12.5');
    expect(suggestBaseline(['3', '4'], faults)).toBe('4');
    expect(suggestBaseline(['-3', '-4'], faults)).toBe('-3');
    expect(suggestBaseline(['-0.3', '-0.4'], tons)).toBe('-0.4');
    expect(suggestBaseline([], tons)).toBeUndefined();
  });

  it('[DW3] the target is so much better in the direction of the metric, by one step at least', () => {
    expect(suggestTarget('12.5', 8, tons)).toBe('13.5');
    expect(suggestTarget('100.0', 2.5, tons)).toBe('102.5');
    expect(suggestTarget('40', 10, faults)).toBe('36');
    expect(suggestTarget('-20.0', 10, tons)).toBe('-18.0');
    expect(suggestTarget('-20', 10, faults)).toBe('-22');
    expect(suggestTarget('3', 5, faults)).toBe('2');
    expect(suggestTarget('0.0', 5, tons)).toBe('0.1');
    expect(suggestTarget('12.5', 0, tons)).toBeUndefined();
    expect(suggestTarget('12.5', Number.NaN, tons)).toBeUndefined();
  });
});
