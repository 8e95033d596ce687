import type { DriveBody } from '@emulation/shared';
import { expect, it } from 'vitest';
import { differencesOf } from './differences.ts';

const body: DriveBody = {
  name: 'Spring',
  from: '2026-05-01',
  to: '2026-05-31',
  graceHours: 24,
  tasks: [{ id: 'more', metric: 'output', baseline: '1', target: '2', weight: '1' }],
  scoring: { kind: 'fulfilment', capPercent: 150 },
};

it('[DR30] two texts of a drive are shown where they differ, and nowhere else', () => {
  expect(differencesOf(body, body)).toEqual([]);
  const [task] = body.tasks;
  const theirs: DriveBody = {
    ...body,
    name: 'May',
    objectives: 'Less scrap',
    tasks: task ? [{ ...task, target: '3' }] : [],
  };
  expect(differencesOf(body, theirs)).toEqual([
    { path: 'name', mine: 'Spring', theirs: 'May' },
    { path: 'objectives', mine: '', theirs: 'Less scrap' },
    { path: 'tasks.0.target', mine: '2', theirs: '3' },
  ]);
});
