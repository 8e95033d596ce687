import { expect, it } from 'vitest';
import { formatMargin } from './margin-text.ts';

it('[UI40] a distance between percentages is not called a percentage', () => {
  expect(formatMargin('1.1', { decimals: 1, unitOfMeasure: '%' })).toBe('1.1');
  expect(formatMargin('1.1', { decimals: 1, unitOfMeasure: 'min' })).toBe('1.1\u202fmin');
});
