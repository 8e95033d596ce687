import { describe, expect, it } from 'vitest';
import { pressKey, type PadKey, type Typed } from './key-press.ts';

const at = (text: string, start = text.length, end = start): Typed => ({ text, start, end });
const type = (keys: readonly PadKey[], sign = '.') =>
  keys.reduce((typed, key) => pressKey(typed, key, sign), at('')).text;

describe('the number pad', () => {
  it('[PO9] types digits and the language’s own decimal sign, once', () => {
    expect(type(['9', '4', 'decimal', '5'])).toBe('94.5');
    expect(type(['9', '4', 'decimal', '5', 'decimal', '1'], ',')).toBe('94,51');
    expect(type(['decimal', '5'])).toBe('0.5');
    expect(type(['sign', 'decimal', '5'])).toBe('-0.5');
  });

  it('[PO9] takes back one character, or what is selected', () => {
    expect(type(['1', '2', 'back'])).toBe('1');
    expect(type(['back'])).toBe('');
    expect(pressKey(at('1234', 1, 3), 'back', '.')).toEqual(at('14', 1));
  });

  it('[PO9] types where the caret stands and over what is selected', () => {
    expect(pressKey(at('1234', 2), '9', '.')).toEqual(at('12934', 3));
    expect(pressKey(at('1234', 0, 4), '9', '.')).toEqual(at('9', 1));
    expect(pressKey(at('1.5', 0, 3), 'decimal', '.')).toEqual(at('0.', 2));
  });

  it('[PO9] changes the sign and leaves the caret where it was', () => {
    expect(pressKey(at('12', 1), 'sign', '.')).toEqual(at('-12', 2));
    expect(pressKey(at('−12', 3), 'sign', '.')).toEqual(at('12', 2));
  });
});
