import { afterEach, expect, it } from 'vitest';
import { setLocale } from '../i18n/locale.ts';
import { formatScore } from './score-text.ts';

afterEach(() => setLocale('en', 'ltr'));

it('[UI8] points keep every digit, in the visitor’s own notation', () => {
  setLocale('de', 'ltr');
  expect(['1234.50', '0', '-0.67', '12345678901234567890.12'].map(formatScore)).toEqual([
    '1.234,50',
    '0',
    '−0,67',
    '12.345.678.901.234.567.890,12',
  ]);
});
