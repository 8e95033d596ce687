import { describe, expect, it } from 'vitest';
import { driveBodySchema } from '../vocabulary/drive.ts';
import { draftDrive } from './draft-drive.ts';
import { draftDriveRemoval, draftPledge } from './draft-move.ts';
import { bodyOf, DriveBoard, plainDrive } from './testing/drive-board.ts';

const [task] = plainDrive.tasks;

function problemsOf(board: DriveBoard, changes: Parameters<typeof bodyOf>[0]): string[] {
  const drafted = draftDrive(board.state, 'spring', bodyOf(changes));
  return drafted.kind === 'fact' ? [] : drafted.problems.map(({ kind, path }) => `${kind} ${path}`);
}

it.each([
  ['it ends before it starts', { from: '2026-05-31', to: '2026-05-01' }, ['invalid to']],
  ['it lasts for more than ten years', { to: '2040-01-01' }, ['invalid to']],
  ['pledges end after it', { pledgesUntil: '2026-06-01' }, ['invalid pledgesUntil']],
  ['the review is on the first day', { reviewOn: '2026-05-01' }, ['invalid reviewOn']],
  ['the review is after the end', { reviewOn: '2026-06-01' }, ['invalid reviewOn']],
  ['it freezes before it starts', { freezeAt: '2026-04-30T22:00:00Z' }, ['invalid freezeAt']],
  ['it freezes after the end', { freezeAt: '2026-05-31T22:00:01Z' }, ['invalid freezeAt']],
  [
    'it freezes before the review',
    { freezeAt: '2026-05-10T12:00:00Z', reviewOn: '2026-05-15' },
    ['invalid freezeAt'],
  ],
  [
    'the target is the baseline, written otherwise',
    { tasks: [{ ...task, baseline: '120.0' }] },
    ['invalid tasks.0.target'],
  ],
  [
    'the target is worse than the baseline',
    { tasks: [{ ...task, baseline: '130' }] },
    ['invalid tasks.0.target'],
  ],
  ['a weight is 0', { tasks: [{ ...task, weight: '0' }] }, ['invalid tasks.0.weight']],
  ['a weight is below 0', { tasks: [{ ...task, weight: '-1' }] }, ['invalid tasks.0.weight']],
  [
    'a metric is unknown',
    { tasks: [{ ...task, metric: 'speed' }] },
    ['unknown-metric tasks.0.metric'],
  ],
  [
    'two tasks have one metric and aggregate',
    { tasks: [task, { ...task, id: 'again', aggregate: 'sum' }] },
    ['invalid tasks.1.metric'],
  ],
  [
    'two tasks have one id',
    { tasks: [task, { ...task, aggregate: 'best' }] },
    ['invalid tasks.1.id'],
  ],
  [
    'a lower place gets more',
    { scoring: { kind: 'placing', points: ['3', '2', '2.5'] } },
    ['invalid scoring.points.2'],
  ],
  ['a tie-break is none', { tieBreaks: ['earliest', 'luck'] }, ['invalid tieBreaks.1']],
  [
    'a tie-break names an unknown metric',
    { tieBreaks: ['countback:speed'] },
    ['unknown-metric tieBreaks.0'],
  ],
  [
    'a sector is unknown',
    { eligible: { sectors: ['north', 'west'] } },
    ['unknown-sector eligible.sectors.1'],
  ],
  [
    'units are unknown',
    { eligible: { units: ['eve'], except: ['fay'] } },
    ['unknown-unit eligible.units.0', 'unknown-unit eligible.except.0'],
  ],
  ['nobody takes part', { eligible: { sectors: [] } }, ['invalid eligible.sectors']],
])('[DR7] a drive is refused, naming the path, when %s', (_, changes, problems) => {
  expect(problemsOf(new DriveBoard(), changes)).toEqual(problems);
});

it('[DR7] everything that is wrong is said at once', () => {
  const changes = { to: '2026-04-01', tasks: [{ ...task, baseline: '120', weight: '0' }] };
  expect(problemsOf(new DriveBoard(), changes)).toEqual([
    'invalid to',
    'invalid tasks.0.target',
    'invalid tasks.0.weight',
  ]);
});

it.each([
  ['a baseline', { tasks: [{ ...task, baseline: 'much' }] }, 'tasks.0.baseline'],
  ['points', { bonuses: { joint: '-1' } }, 'bonuses.joint'],
  ['a date', { from: '2026-02-30' }, 'from'],
  ['no tasks', { tasks: [] }, 'tasks'],
  ['a grace', { graceHours: 721 }, 'graceHours'],
  ['a cap', { scoring: { kind: 'fulfilment', capPercent: 99 } }, 'scoring.capPercent'],
])('[DR7] %s that is none fits no body', (_, changes, path) => {
  const read = driveBodySchema.safeParse({ ...plainDrive, ...changes });
  expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
});

it('[DR7] a lower-is-better metric and values below zero make a plan like any other', () => {
  const board = new DriveBoard();
  board.addMetric('cold', { direction: 'lower' });
  const cold = { id: 'cold', metric: 'cold', baseline: '-2.5', target: '-8' };
  expect(problemsOf(board, { tasks: [cold] })).toEqual([]);
  expect(problemsOf(board, { tasks: [{ ...cold, target: '8' }] })).toEqual([
    'invalid tasks.0.target',
  ]);
});

describe('once it runs', () => {
  const running = () => {
    const board = new DriveBoard();
    board.runDrive();
    return board;
  };

  it.each([
    ['its dates', { to: '2026-06-02' }, ['drive-fixed to']],
    ['its freeze', { freezeAt: '2026-05-20T12:00:00Z' }, ['drive-fixed freezeAt']],
    ['its grace', { graceHours: 1 }, ['drive-fixed graceHours']],
    ['its scoring', { scoring: { kind: 'fulfilment', capPercent: 120 } }, ['drive-fixed scoring']],
    ['its bonuses', { bonuses: { joint: '1' } }, ['drive-fixed bonuses']],
    ['its tie-breaks', { tieBreaks: ['earliest'] }, ['drive-fixed tieBreaks']],
    ['a target', { tasks: [{ ...task, target: '125' }] }, ['drive-fixed tasks.0.target']],
    ['a weight', { tasks: [{ ...task, weight: '2' }] }, ['drive-fixed tasks.0.weight']],
    [
      'the number of tasks',
      { tasks: [task, { ...task, id: 'best', aggregate: 'best' }] },
      ['drive-fixed tasks'],
    ],
  ])('[DR8] %s cannot change', (_, changes, problems) => {
    const board = running();
    expect(problemsOf(board, changes)).toEqual(problems);
  });

  it('[DR8] its name, its words and who takes part may', () => {
    const changes = {
      name: 'Spring',
      objectives: 'More',
      lastPlacesHidden: 2,
      eligible: { except: ['dee'] },
      tasks: [{ ...task, name: 'More output' }],
    };
    expect(problemsOf(running(), changes)).toEqual([]);
  });

  it('[DR8] the aggregate of a task stands, whatever its metric becomes', () => {
    const board = running();
    board.post('ada', '60', '2026-05-02');
    board.post('ada', '50', '2026-05-03');
    board.addMetric('output', { aggregate: 'best' });
    expect(board.row('ada').terms).toMatchObject([{ value: '110.0' }]);
    expect(problemsOf(board, {})).toEqual([]);
  });
});

describe('pledges', () => {
  const now = Date.parse('2026-05-05T12:00:00Z');
  const pledging = (changes: Parameters<typeof bodyOf>[0] = {}) => {
    const board = new DriveBoard();
    board.putDrive(changes);
    board.move('pledging');
    return board;
  };
  const problemOf = (board: DriveBoard, unit: string, tasks: Record<string, string>, at = now) => {
    const drafted = draftPledge(board.state, 'spring', unit, { tasks }, at);
    if (drafted.kind === 'fact') return 'fact';
    return drafted.problems.map(({ kind, path }) => `${kind} ${path}`).join();
  };

  it('[DR9] a pledge is at least the target, in a task of the drive, by a unit that takes part', () => {
    const board = pledging({ eligible: { sectors: ['north'] } });
    expect(problemOf(board, 'ada', { more: '120' })).toBe('fact');
    expect(problemOf(board, 'ada', { more: '119.9' })).toBe('invalid tasks.more');
    expect(problemOf(board, 'ada', { less: '130' })).toBe('invalid tasks.less');
    expect(problemOf(board, 'cy', { more: '130' })).toBe('not-eligible unit');
    expect(problemOf(board, 'eve', { more: '130' })).toBe('unknown-unit unit');
  });

  it('[DR9] where lower is better more than the target is below it', () => {
    const board = new DriveBoard({ direction: 'lower' });
    board.putDrive({ tasks: [{ ...task, baseline: '-1', target: '-5' }] });
    board.move('pledging');
    expect(problemOf(board, 'ada', { more: '-6' })).toBe('fact');
    expect(problemOf(board, 'ada', { more: '-4' })).toBe('invalid tasks.more');
  });

  it('[DR9] pledges are taken while it is open for them, or until the stated day is over', () => {
    const board = new DriveBoard();
    const ask = (text: string) => problemOf(board, 'ada', { more: '130' }, Date.parse(text));
    board.putDrive({ pledgesUntil: '2026-05-05' });
    expect(ask('2026-04-01T12:00:00Z')).toBe('pledges-closed tasks');
    board.move('pledging');
    expect(ask('2026-04-01T12:00:00Z')).toBe('fact');
    board.move('running');
    expect(ask('2026-05-05T21:59:59Z')).toBe('fact');
    expect(ask('2026-05-05T22:00:00Z')).toBe('pledges-closed tasks');
    const without = pledging();
    expect(problemOf(without, 'ada', { more: '130' })).toBe('fact');
    without.move('running');
    expect(problemOf(without, 'ada', { more: '130' })).toBe('pledges-closed tasks');
  });

  it('[DR9] a plan that a unit has pledged to does not move; the rest may until it runs', () => {
    const board = pledging();
    expect(problemsOf(board, { tasks: [{ ...task, target: '125' }] })).toEqual([]);
    board.add({ type: 'drive.pledged', drive: 'spring', unit: 'ada', tasks: { more: '130' } });
    expect(problemsOf(board, { tasks: [{ ...task, target: '125' }] })).toEqual([
      'drive-fixed tasks.0.target',
    ]);
    expect(problemsOf(board, { tasks: [{ ...task, id: 'other' }] })).toEqual(['drive-fixed tasks']);
    expect(problemsOf(board, { to: '2026-06-05', tasks: [{ ...task, weight: '2' }] })).toEqual([]);
  });

  it('[DR9] a pledge without tasks takes it back', () => {
    const board = pledging();
    board.add({ type: 'drive.pledged', drive: 'spring', unit: 'ada', tasks: { more: '130' } });
    const { happenings } = board.add({
      type: 'drive.pledged',
      drive: 'spring',
      unit: 'ada',
      tasks: {},
    });
    expect(happenings).toMatchObject([{ kind: 'pledge', unit: 'ada', tasks: {} }]);
    expect(board.drive.pledges.size).toBe(0);
  });
});

it('[DR1] only a draft can be removed', () => {
  const board = new DriveBoard();
  expect(draftDriveRemoval(board.state, 'spring')).toMatchObject({
    problems: [{ kind: 'unknown-drive' }],
  });
  board.putDrive();
  expect(draftDriveRemoval(board.state, 'spring')).toMatchObject({ kind: 'fact' });
  board.move('pledging');
  expect(draftDriveRemoval(board.state, 'spring')).toMatchObject({
    problems: [{ kind: 'drive-state' }],
  });
});
