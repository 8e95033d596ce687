import type { DriveHeadRow, DriveState } from '@emulation/shared';
import { expect, it } from 'vitest';
import { nextMoment } from './countdown.ts';

const times = {
  startsAt: '2026-05-01T00:00:00Z',
  reviewAt: '2026-05-10T00:00:00Z',
  freezesAt: '2026-05-20T00:00:00Z',
  endsAt: '2026-06-01T00:00:00Z',
  graceEndsAt: '2026-06-02T00:00:00Z',
};
const next = (state: DriveState, now: string) =>
  // Only the state and the times are looked at.
  nextMoment({ ...times, state } as DriveHeadRow, Date.parse(now))?.kind;

it('[DR29] a countdown leads to what still comes, also where a hand was earlier than the clock', () => {
  expect(next('pledging', '2026-04-20T00:00:00Z')).toBe('starts');
  expect(next('running', '2026-04-20T00:00:00Z')).toBe('review');
  expect(next('review', '2026-05-05T00:00:00Z')).toBe('freezes');
  expect(next('frozen', '2026-05-05T00:00:00Z')).toBe('ends');
  expect(next('frozen', '2026-06-01T12:00:00Z')).toBe('graceEnds');
  expect(next('running', '2026-06-03T00:00:00Z')).toBeUndefined();
  expect(next('closed', '2026-05-05T00:00:00Z')).toBeUndefined();
  expect(next('draft', '2026-04-20T00:00:00Z')).toBeUndefined();
});
