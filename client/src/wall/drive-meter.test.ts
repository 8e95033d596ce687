import type { DriveRow, DriveTerm } from '@emulation/shared';
import { expect, it } from 'vitest';
import { meterEnd, meterOf } from './drive-meter.ts';

const task = (points: string) => ({ kind: 'task', points }) as DriveTerm;
const bonus = (points: string) => ({ kind: 'bonus', points }) as DriveTerm;
const row = (score: string, terms: DriveTerm[]): DriveRow => ({
  place: 1,
  unit: 'ada',
  score,
  terms,
  late: 0,
  rhythm: null,
  reachedAt: null,
});

it('[UI52] a score is a bar of its tasks and bonuses against the plan, whoever leads', () => {
  const ada = row('150.00', [task('60.00'), task('80.00'), bonus('10.00')]);
  const bo = row('50.00', [task('50.00')]);
  expect(meterEnd([ada, bo], '100.00')).toBe(150);
  expect(meterEnd([bo], '100.00')).toBe(100);
  expect(meterEnd([], undefined)).toBe(1);
  const { parts, par } = meterOf(ada, 200, '100.00');
  expect(parts).toEqual([
    { kind: 'task', percent: 70 },
    { kind: 'bonus', percent: 5 },
  ]);
  expect(par).toBe(50);
  expect(meterOf(bo, 100, undefined)).toEqual({
    parts: [{ kind: 'task', percent: 50 }],
    par: undefined,
  });
  expect(meterOf(row('0.00', [task('0.00')]), 100, '100.00').parts).toEqual([]);
});
