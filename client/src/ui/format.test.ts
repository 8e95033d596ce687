import { describe, expect, it } from 'vitest';
import { formatAge, formatDate, formatNumber, formatValue } from './format.ts';

describe('numbers and dates', () => {
  it('[UI8] a value keeps every digit and the decimals of its metric', () => {
    expect(formatNumber('900719925474099.3', { decimals: 1 }, 'en')).toBe('900,719,925,474,099.3');
    expect(formatValue('94.50', { decimals: 2, unitOfMeasure: '%' }, 'de')).toBe('94,50\u202f%');
    expect(formatNumber('-2.6', { decimals: 1 }, 'en')).toBe('−2.6');
  });

  it('[UI9] a date stays that date in every zone; a time is told in the board’s', () => {
    expect(formatDate('2026-06-30', 'Pacific/Auckland', 'en-GB')).toBe('30 Jun 2026');
    expect(formatDate('2026-06-30T22:30:00.000Z', 'Europe/Paris', 'en-GB')).toContain('1 Jul 2026');
  });

  it('[UI9] an age is told in the largest unit that fits', () => {
    expect(formatAge(3 * 60_000, 'en')).toBe('3 min. ago');
    expect(formatAge(0, 'en')).toBe('now');
  });
});
