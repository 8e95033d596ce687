import type { DriveRow, TaskTerm } from '@emulation/shared';
import { expect, it } from 'vitest';
import { counterPlans, openingWords } from './counter-plans.ts';

const term = (task: string, baseline: string, target: string, pledge?: string): TaskTerm => ({
  kind: 'task',
  task,
  metric: task,
  value: null,
  baseline,
  target,
  weight: '1',
  fulfilment: '0.00',
  reached: null,
  points: '0.00',
  count: 0,
  ...(pledge === undefined ? {} : { pledge }),
});
const row = (unit: string, ...terms: TaskTerm[]): DriveRow => ({
  place: 1,
  unit,
  score: '0.00',
  terms,
  late: 0,
  rhythm: null,
  reachedAt: null,
});

it('[UI54] counter-plans are pledges beyond the target, the boldest first, whatever is better', () => {
  const plans = counterPlans([
    row('ada', term('more', '100', '120', '130'), term('delay', '10', '8', '7.5')),
    row('bo', term('more', '100', '120', '120'), term('delay', '10', '8', '9')),
    row('cy', term('loss', '-5', '-1', '1'), term('more', '100', '120')),
  ]);
  expect(plans.map(({ unit, task, morePercent }) => `${unit} ${task} ${morePercent}`)).toEqual([
    'ada more 50',
    'cy loss 50',
    'ada delay 25',
  ]);
});

it('[UI54] objectives are told in whole words', () => {
  expect(openingWords('Less scrap,\n more output.', 100)).toBe('Less scrap, more output.');
  expect(openingWords('Less scrap, more output.', 14)).toBe('Less scrap, …');
});
