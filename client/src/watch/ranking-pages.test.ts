import { expect, it } from 'vitest';
import { keepPage, pageSize, pagesOf, rowAt, type Pages } from './ranking-pages.ts';

const row = (place: number) => ({
  place,
  unit: `u${place}`,
  score: '1',
  results: 1,
  reachedAt: '',
});
const page = (number: number) => ({
  version: 1,
  rows: Array.from({ length: pageSize }, (_, at) => row(number * pageSize + at + 1)),
});

it('[SP13] what is looked at decides which pages are read, and few are kept', () => {
  expect(pagesOf(0, 30)).toEqual([0]);
  expect(pagesOf(pageSize - 1, pageSize)).toEqual([0, 1]);
  let pages: Pages = new Map();
  for (let number = 0; number < 100; number++) pages = keepPage(pages, number, page(number));
  expect(pages.size).toBeLessThan(20);
  expect(rowAt(pages, 9_999)?.place).toBe(10_000);
  expect(rowAt(pages, 5)).toBeUndefined();
});
