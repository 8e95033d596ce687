import { expect, it } from 'vitest';
import { orderRows, type Orderable } from '../ui/row-order.ts';
import { pagesOf } from './list-pages.ts';

interface Row {
  name: string;
  waiting: number;
}
const rows: Row[] = [
  { name: 'Line 10', waiting: 9 },
  { name: 'Ärzte', waiting: 10 },
  { name: 'Line 2', waiting: 0 },
];
const columns: Orderable<Row>[] = [
  { id: 'name', sortBy: ({ name }) => name },
  { id: 'waiting', sortBy: ({ waiting }) => waiting },
  { id: 'look' },
];
const names = (column: string, direction: 'ascending' | 'descending' = 'ascending') =>
  orderRows(rows, columns, { column, direction }).map(({ name }) => name);

it('[DK3] rows stand in the order that is asked for, and as they come where none is', () => {
  expect(names('name')).toEqual(['Ärzte', 'Line 2', 'Line 10']);
  expect(names('name', 'descending')).toEqual(['Line 10', 'Line 2', 'Ärzte']);
  expect(names('waiting')).toEqual(['Line 2', 'Line 10', 'Ärzte']);
  expect(names('look')).toEqual(rows.map(({ name }) => name));
  expect(orderRows(rows, columns, undefined)).toBe(rows);
});

it('[DK3] a page that is no longer there is the last', () => {
  expect(pagesOf(101, 1)).toEqual({ pages: 3, at: 1 });
  expect(pagesOf(40, 2)).toEqual({ pages: 1, at: 0 });
  expect(pagesOf(0, 0)).toEqual({ pages: 1, at: 0 });
  expect(pagesOf(41, 5, 20)).toEqual({ pages: 3, at: 2 });
});
