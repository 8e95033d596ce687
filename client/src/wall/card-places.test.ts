import { describe, expect, it } from 'vitest';
import { placeCards } from './card-places.ts';

const rows: Record<string, number> = { L: 2, M: 3 };

const place = (cards: string, columns: number, lines: number) =>
  placeCards(cards.split(''), { columns, lines }, (card) => rows[card] ?? 1).map(
    ({ card, column, row }) => `${card}${column}${row}`,
  );

describe('cards of the last records', () => {
  it('[UI47] short names take a row, long ones two, those of many units three, in order', () => {
    expect(place('abcde', 1, 4)).toEqual(['a11', 'b12', 'c13', 'd14']);
    expect(place('aLbc', 1, 4)).toEqual(['a11', 'L12', 'b14']);
    expect(place('aLbc', 2, 2)).toEqual(['a11', 'L21']);
    expect(place('Mab', 1, 4)).toEqual(['M11', 'a14']);
    expect(place('aMb', 2, 3)).toEqual(['a11', 'M21']);
    expect(place('abcd', 2, 2)).toEqual(['a11', 'b12', 'c21', 'd22']);
  });

  it('[UI47] where there is one row only, a long name makes do with it', () => {
    expect(place('La', 1, 1)).toEqual(['L11']);
    expect(place('Ma', 1, 2)).toEqual(['M11']);
  });
});
