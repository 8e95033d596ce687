import type { DriveRow } from '@emulation/shared';
import { expect, it } from 'vitest';
import { shownPlaces } from './drive-places.ts';

const row = (place: number, unit: string): DriveRow => ({
  place,
  unit,
  score: '1.00',
  terms: [],
  late: 0,
  rhythm: null,
  reachedAt: null,
});

it('[UI51] a wall shows the places of a drive in order, without the last ones it hides', () => {
  const rows = [row(3, 'cy'), row(1, 'bo'), row(1, 'ada'), row(4, 'dee')];
  const places = (lastPlacesHidden: number) =>
    shownPlaces({ rows: 4, lastPlacesHidden }, rows).map(({ unit }) => unit);
  expect(places(0)).toEqual(['ada', 'bo', 'cy', 'dee']);
  expect(places(2)).toEqual(['ada', 'bo']);
  expect(places(3)).toEqual(['ada', 'bo']);
  expect(places(9)).toEqual(['ada', 'bo']);
});

it('[UI51] nobody is hidden or shown by its name alone', () => {
  const rows = [row(1, 'ada'), row(2, 'bo'), row(2, 'cy'), row(2, 'dee')];
  const places = (all: DriveRow[]) =>
    shownPlaces({ rows: all.length, lastPlacesHidden: 1 }, all).map(({ unit }) => unit);
  expect(places(rows)).toEqual(['ada']);
  expect(places(rows.map((one) => ({ ...one, place: 1 })))).toEqual(['ada', 'bo', 'cy', 'dee']);
});
