import { describe, expect, it } from 'vitest';
import { marginBetween } from './margin.ts';

const rate = { decimals: 1, direction: 'higher' } as const;
const delay = { decimals: 2, direction: 'lower' } as const;

describe('margin between two values', () => {
  it('[UI40] a margin is exact in the decimals of the metric, whatever doubles make of it', () => {
    expect(marginBetween(rate, '0.3', '0.1')).toEqual({
      side: 'better',
      by: '0.2',
      percent: '200.0',
    });
    expect(marginBetween(delay, '1.10', '1.2')).toEqual({
      side: 'better',
      by: '0.10',
      percent: '8.3',
    });
    expect(
      marginBetween({ decimals: 6, direction: 'higher' }, '123456789.000003', '123456789.000002')
        ?.by,
    ).toBe('0.000001');
  });

  it('[UI40] what rounds to the same value is equal, and the direction decides what is better', () => {
    expect(marginBetween(rate, '93.24', '93.2')?.side).toBe('equal');
    expect(marginBetween(delay, '4', '3')?.side).toBe('worse');
    expect(marginBetween(rate, '-3', '-4')).toEqual({ side: 'better', by: '1.0', percent: '25.0' });
  });

  it('[UI40] there is no percentage of zero, and no margin of what has too many digits', () => {
    expect(marginBetween(rate, '5', '0')?.percent).toBeNull();
    expect(marginBetween(rate, '9999999999999999', '1')).toBeUndefined();
  });
});
