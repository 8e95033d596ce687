import { expect, it } from 'vitest';
import { rowHeightFor } from './row-height.ts';

it('[UI41] rows are higher where the longest name needs more lines in the least type, and lower nowhere', () => {
  const line = 1.9;
  const usual = rowHeightFor('landscape', { width: 20, place: 40, line });
  expect(rowHeightFor('landscape', { width: 73, place: 40, line })).toBe(usual);
  expect(rowHeightFor('landscape', { width: 80, place: 40, line })).toBe(usual + line);
  expect(rowHeightFor('landscape', { width: 80, place: 20, line })).toBe(usual + 3 * line);
  // Upright, rows hold a line more anyway.
  const upright = rowHeightFor('portrait', { width: 80, place: 40, line });
  expect(upright).toBe(rowHeightFor('portrait', { width: 1, place: 40, line }));
});
