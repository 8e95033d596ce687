import { afterEach, expect, it } from 'vitest';
import { formatValue } from '../ui/format.ts';
import { isolate, localeOf, setLocale } from './locale.ts';

afterEach(() => setLocale('en', 'ltr'));

it('[IN4] what is filled into a text from right to left keeps its own direction', () => {
  setLocale('en', 'ltr');
  expect(isolate('Reims → Paris')).toBe('Reims → Paris');
  setLocale('he', 'rtl');
  expect(localeOf()).toBe('he');
  expect(isolate('Reims → Paris')).toBe('\u2068Reims → Paris\u2069');
  const value = formatValue('-2.6', { decimals: 1, unitOfMeasure: 'min' }, 'en');
  expect(value).toBe('\u2068−2.6\u202fmin\u2069');
});
