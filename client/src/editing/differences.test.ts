import type { DriveBody } from '@emulation/shared';
import { expect, it } from 'vitest';
import { differencesOf } from './differences.ts';

const body: DriveBody = {
  name: 'Spring',
  from: '2026-05-01',
  to: '2026-05-31',
  graceHours: 24,
  tasks: [{ id: 'more', metric: 'output', baseline: '1', target: '2', weight: '1' }],
  scoring: { kind: 'placing', points: ['3', '2'] },
};

it('[DR30] two texts of a drive are shown where they differ, and nowhere else', () => {
  expect(differencesOf(body, body)).toEqual([]);
  const [task] = body.tasks;
  const theirs: DriveBody = {
    ...body,
    name: 'May',
    objectives: 'Less scrap',
    tasks: task ? [{ ...task, target: '3' }] : [],
    scoring: { kind: 'placing', points: ['3', '2', '1'] },
  };
  expect(differencesOf(body, theirs)).toEqual([
    { path: ['name'], mine: ['Spring'], theirs: ['May'] },
    { path: ['objectives'], mine: [], theirs: ['Less scrap'] },
    { path: ['scoring', 'points'], mine: ['3', '2'], theirs: ['3', '2', '1'] },
    { path: ['tasks', '0', 'target'], mine: ['2'], theirs: ['3'] },
  ]);
});

it('[DR30] a key with dots in it is one key', () => {
  const names = (id: string) => ({ names: { 'PRESS.07': id } });
  expect(differencesOf(names('a'), names('b'))).toEqual([
    { path: ['names', 'PRESS.07'], mine: ['a'], theirs: ['b'] },
  ]);
});
