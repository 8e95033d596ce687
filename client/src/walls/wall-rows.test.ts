import type { DisplaysRow, Receipt, WallStatus } from '@emulation/shared';
import { expect, it } from 'vitest';
import { sortWalls, wallName } from './wall-rows.ts';

const wall = (id: string, online: boolean): DisplaysRow & WallStatus => ({
  kind: 'wall',
  id,
  online,
  since: '2026-06-01T00:00:00Z',
  build: 'b',
  scene: 'pulse',
  screen: { width: 1, height: 1 },
});

it('[DP18] named walls come first, by name, then those that are there; each is one, whoever tells of it', () => {
  const { walls, build } = sortWalls([
    { kind: 'server', build: 'b' },
    wall('zzzzzz000000', false),
    wall('yyyyyy000000', true),
    { kind: 'display', id: 'xxxxxx000000', name: 'Hall 10', playlist: null },
    { kind: 'display', id: 'aaaaaa000000', name: 'Hall 2', playlist: 'shifts' },
    wall('aaaaaa000000', true),
  ]);
  expect(walls.map(wallName)).toEqual(['Hall 2', 'Hall 10', 'YYY YYY', 'ZZZ ZZZ']);
  expect(walls[0]).toMatchObject({ playlist: 'shifts', status: { online: true } });
  expect(walls[1]?.status).toBeUndefined();
  expect(build).toBe('b');
  expect(wallName({ id: 'abcdef000000-2', name: null })).toBe('ABC DEF · 2');
});

it('[DP18] receipts stand newest first', () => {
  const receipt = (seq: number, at: string): DisplaysRow & Receipt => ({
    kind: 'receipt',
    epoch: 'e',
    seq,
    at,
    metric: 'm',
    unit: 'u',
    value: '1',
    result: 'r',
    connected: 1,
    shown: 1,
    later: 0,
    sinceAnnounced: null,
    sinceArrival: null,
  });
  const { receipts } = sortWalls([
    receipt(1, '2026-06-01T00:00:00Z'),
    receipt(3, '2026-06-02T00:00:00Z'),
    receipt(2, '2026-06-02T00:00:00Z'),
  ]);
  expect(receipts.map(({ seq }) => seq)).toEqual([3, 2, 1]);
});
