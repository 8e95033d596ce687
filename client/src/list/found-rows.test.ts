import { expect, it } from 'vitest';
import { everything, facetsOf, findRows, type ListColumn } from './found-rows.ts';

interface Row {
  name: string;
  sector: string;
}

const rows: Row[] = [
  { name: 'Line 1', sector: 'North' },
  { name: 'Line 10', sector: 'South' },
  { name: 'Ward Ü', sector: 'North' },
];
const columns: ListColumn<Row>[] = [
  { id: 'name', label: 'Name', cell: ({ name }) => name },
  { id: 'sector', label: 'Sector', cell: ({ sector }) => sector, facet: ({ sector }) => sector },
  { id: 'kind', label: 'Kind', cell: () => 'unit', facet: () => 'unit' },
];
const text = ({ name, sector }: Row) => `${name} ${sector}`;
const found = (typed: string, facets: Record<string, string> = {}) =>
  findRows({ rows, columns, text }, { text: typed, facets }).map(({ name }) => name);

it('[DK1] a list shows the rows in which every typed word stands and the chosen words of its filters', () => {
  expect(findRows({ rows, columns, text }, everything)).toBe(rows);
  expect(found('line')).toEqual(['Line 1', 'Line 10']);
  expect(found(' north  LINE ')).toEqual(['Line 1']);
  expect(found('ü')).toEqual(['Ward Ü']);
  expect(found('', { sector: 'North' })).toEqual(['Line 1', 'Ward Ü']);
  expect(found('line', { sector: 'North' })).toEqual(['Line 1']);
  expect(found('line', { sector: '' })).toEqual(['Line 1', 'Line 10']);
  expect(found('nothing')).toEqual([]);
});

it('[DK1] filters are offered where there is something to part', () => {
  expect(facetsOf({ rows, columns })).toEqual([
    { id: 'sector', label: 'Sector', words: ['North', 'South'] },
  ]);
  expect(facetsOf({ rows: [], columns })).toEqual([]);
});
