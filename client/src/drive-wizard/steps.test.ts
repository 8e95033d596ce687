import { describe, expect, it } from 'vitest';
import { driveIdOf } from './drive-id.ts';
import { isFieldFixed, isTaskFieldFixed, isTaskListFixed } from './fixed-fields.ts';
import { faultsAt, stepOf, withoutFaultsAt } from './steps.ts';

const fault = (path: string) => ({ path, message: 'is wrong' });

describe('the steps of a drive', () => {
  it('[DW10] every error of the server stands at its field, and its field on a step', () => {
    expect(stepOf('tasks.0.target')).toBe('tasks');
    expect(stepOf('eligible.sectors.1')).toBe('members');
    expect(stepOf('freezeAt')).toBe('plan');
    expect(stepOf('scoring.points.3')).toBe('scoring');
    expect(stepOf('something-new')).toBe('check');
    const faults = [fault('tasks.1.target'), fault('tasks.10.target'), fault('to')];
    expect(faultsAt(faults, 'tasks.1')).toEqual([fault('tasks.1.target')]);
    expect(withoutFaultsAt(faults, 'tasks.1.target')).toEqual(faults.slice(1));
  });

  it('[DW11] what a state holds cannot be edited, the rest can', () => {
    const pledges = { anvil: { output: '15' } };
    expect(isFieldFixed(undefined, 'from')).toBe(false);
    expect(isFieldFixed({ state: 'pledging', pledges }, 'from')).toBe(false);
    expect(isFieldFixed({ state: 'running', pledges }, 'from')).toBe(true);
    expect(isFieldFixed({ state: 'frozen', pledges }, 'name')).toBe(false);
    expect(isFieldFixed({ state: 'running', pledges }, 'eligible')).toBe(false);
    expect(isFieldFixed({ state: 'finalised', pledges }, 'name')).toBe(true);
    expect(isTaskFieldFixed({ state: 'pledging', pledges }, 'output', 'target')).toBe(true);
    expect(isTaskFieldFixed({ state: 'pledging', pledges }, 'output', 'weight')).toBe(false);
    expect(isTaskFieldFixed({ state: 'pledging', pledges }, 'faults', 'target')).toBe(false);
    expect(isTaskFieldFixed({ state: 'review', pledges }, 'faults', 'name')).toBe(false);
    expect(isTaskListFixed({ state: 'pledging', pledges }, 'output')).toBe(true);
    expect(isTaskListFixed({ state: 'pledging', pledges })).toBe(false);
    expect(isTaskListFixed({ state: 'running', pledges })).toBe(true);
  });

  it('[DW12] a new drive never takes the id of another, and is a slug in any language', () => {
    expect(driveIdOf('Été: moins de défauts!', 'a1b2c3d4e5')).toBe('ete-moins-de-defauts-a1b2c3d4');
    expect(driveIdOf('여름 대회', 'a1b2c3d4e5')).toBe('a1b2c3d4');
    expect(driveIdOf('x'.repeat(300), 'a1b2c3d4e5')).toMatch(/^[a-z0-9][a-z0-9-]{0,78}[a-z0-9]$/);
    expect(driveIdOf('Spring')).not.toBe(driveIdOf('Spring'));
  });
});
