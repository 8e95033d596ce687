import { expect, it } from 'vitest';
import { findNames } from './name-search.ts';

const units = ['Besançon → Paris', 'Paris → Tours', 'Zürich Süd', '부산 조립 1팀', 'Đà Nẵng'].map(
  (name) => ({
    name,
  }),
);
const find = (text: string, most = 8) => findNames(units, text, most).map(({ name }) => name);

it('[SP14] a unit is found by any words of its name, without accents, the beginning first', () => {
  expect(find('besancon')).toEqual(['Besançon → Paris']);
  expect(find('paris')).toEqual(['Paris → Tours', 'Besançon → Paris']);
  expect(find('tours par')).toEqual(['Paris → Tours']);
  expect(find('sud zurich')).toEqual(['Zürich Süd']);
  expect(find('조립')).toEqual(['부산 조립 1팀']);
  expect(find('nang')).toEqual(['Đà Nẵng']);
  expect(find('  ')).toEqual([]);
  expect(find('paris', 1)).toEqual(['Paris → Tours']);
});
