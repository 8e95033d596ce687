import { expect, it } from 'vitest';
import type { Fact } from '../ledger/entry.ts';
import { countVersion, editedBy, isOvertaken, withoutReplaced, type Versions } from './versions.ts';

const put = (name: string, replaces?: number): Fact => ({
  ...{ type: 'sector.put', id: 'north', name },
  ...(replaces === undefined ? {} : { replaces }),
});

it('[ED3] the fold refuses what was written over a version that no longer stands', () => {
  const versions: Versions = new Map();
  expect(isOvertaken(versions, put('North', 0))).toBe(false);
  countVersion(versions, put('North', 0));
  expect(isOvertaken(versions, put('North', 0))).toBe(true);
  expect(isOvertaken(versions, put('Old north', 1))).toBe(false);
  expect(isOvertaken(versions, put('Old north'))).toBe(false);
  expect(withoutReplaced(put('North', 1))).toEqual(put('North'));
});

it('[ED3] what was removed counts from the beginning, and other facts have no version', () => {
  const versions: Versions = new Map([['playlist:shift', 4]]);
  const removed: Fact = { type: 'playlist.removed', id: 'shift' };
  countVersion(versions, removed);
  expect(versions.size).toBe(0);
  expect(editedBy({ type: 'standard.raised', metric: 'output', value: '1' })).toBe(
    'standard:output',
  );
  expect(editedBy({ type: 'message.removed', id: 'm' })).toBeUndefined();
});
