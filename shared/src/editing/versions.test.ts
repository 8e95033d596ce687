import { expect, it } from 'vitest';
import type { Fact } from '../ledger/entry.ts';
import {
  countVersion,
  editedBy,
  isOvertaken,
  isSingle,
  withoutReplaced,
  type Versions,
} from './versions.ts';

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

it('[ED1] what people, machines and settings are written with has versions too', () => {
  const member: Fact = { type: 'member.set', person: 'p', role: 'verifier' };
  const ruled: Fact = { type: 'sign-in.ruled', days: 30 };
  const versions: Versions = new Map();
  for (const fact of [member, member, ruled]) countVersion(versions, fact);
  expect([...versions]).toEqual([
    ['member:p', 2],
    ['sign-in:', 1],
  ]);
  expect(isOvertaken(versions, { ...member, replaces: 1 })).toBe(true);
  expect(isOvertaken(versions, { ...ruled, replaces: 1 })).toBe(false);
  expect([isSingle('sign-in'), isSingle('webhook')]).toEqual([true, false]);
});
