import { describe, expect, it } from 'vitest';
import { readTyped, separatorsOf } from './typed-value.ts';

const english = separatorsOf('en');
const french = separatorsOf('fr');
const german = separatorsOf('de');
const value = (typed: string, separators = english, decimals = 2) => {
  const read = readTyped(typed, decimals, separators);
  return read.kind === 'value' ? read.value : read.kind;
};

describe('typed values', () => {
  it('[UI60] comma and dot are both a decimal sign', () => {
    expect([value('12.5'), value('12,5'), value('12,5', french), value('12.5', german)]).toEqual([
      '12.5',
      '12.5',
      '12.5',
      '12.5',
    ]);
    expect([value('.5'), value(',5', german), value('7.')]).toEqual(['0.5', '0.5', '7']);
  });

  it('[UI60] groups are taken out as the language writes them', () => {
    expect([value('1,234'), value('1.234', german), value('1,234', french)]).toEqual([
      '1234',
      '1234',
      '1.234',
    ]);
    expect([value('1,234.5'), value('1.234,5', german), value('1 234,5', french)]).toEqual([
      '1234.5',
      '1234.5',
      '1234.5',
    ]);
    expect([value('1,234,567'), value('0,125'), value('1234,567')]).toEqual([
      '1234567',
      '0.125',
      '1234.567',
    ]);
  });

  it('[UI60] signs of every kind are read', () => {
    expect([value('-3'), value('−3.20'), value('-.5')]).toEqual(['-3', '-3.2', '-0.5']);
  });

  it('[UI60] what is no number is not posted', () => {
    expect(
      ['', '  ', '-', '.', 'abc', '12a', '1e5', '--3', 'NaN'].map((typed) => value(typed)),
    ).toEqual(['empty', 'empty', ...Array.from({ length: 7 }, () => 'unreadable')]);
    expect(value('1234567890123456')).toBe('too-long');
  });

  it('[UI60] more decimals than count are said to be rounded', () => {
    expect(readTyped('93.249', 1, english)).toEqual({
      kind: 'value',
      value: '93.249',
      rounded: '93.2',
    });
  });
});
