import { describe, expect, it } from 'vitest';
import { pageCount, pageOf, pageWith, rowsThatFit } from './paging.ts';

const rows = Array.from({ length: 17 }, (_, index) => index);

describe('paging', () => {
  it('[UI41] every row is on exactly one page, and no page holds more than fits', () => {
    const pages = Array.from({ length: pageCount(rows.length, 7) }, (_, page) =>
      pageOf(rows, page, 7),
    );
    expect(pages.flat()).toEqual(rows);
    expect(pages.every((page) => page.length <= 7 && page.length > 0)).toBe(true);
  });

  it('[UI41] a page that is gone since is the last one, and an empty list has one empty page', () => {
    expect(pageOf(rows, 9, 7)).toEqual([14, 15, 16]);
    expect(pageCount(0, 7)).toBe(1);
    expect(pageOf([], 0, 7)).toEqual([]);
  });

  it('[UI41] as many whole rows are shown as the region holds, and never none', () => {
    expect(rowsThatFit(700, 100)).toBe(7);
    expect(rowsThatFit(699, 100)).toBe(6);
    expect(rowsThatFit(20, 100)).toBe(1);
  });

  it('[UI41] the page of a row is the one that holds it', () => {
    expect(pageWith(rows, (row) => row === 13, 7)).toBe(1);
    expect(pageWith(rows, (row) => row === 99, 7)).toBe(0);
  });
});
