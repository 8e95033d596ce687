import { expect, it } from 'vitest';
import { anonymous, stewardByToken, type Person } from './actor.ts';
import { authorize, type Action, type GuardedBoard, type Subject } from './authorize.ts';

const everything: Action[] = [
  'see',
  'see-hidden',
  'post-result',
  'correct-result',
  'withdraw-result',
  'speak-for-unit',
  'judge-result',
  'pledge',
  'manage',
  'manage-people',
  'award',
  'write-experience',
  'upload-picture',
  'move-adoption',
  'run-displays',
  'export',
];
const writing = everything.filter((action) => action !== 'see');

const person = (name: string, isOperator = false): Person => ({
  kind: 'person',
  id: `person:${name}`,
  person: name,
  isOperator,
  credential: `session of ${name}`,
});

const boardOf = (visibility: GuardedBoard['visibility']): GuardedBoard => ({
  visibility,
  members: new Map([
    ['ada', { role: 'steward' as const, units: [] }],
    ['leo', { role: 'leader' as const, units: ['alpha', 'beta'] }],
    ['vera', { role: 'verifier' as const, units: [] }],
    ['sam', { role: 'spectator' as const, units: [] }],
  ]),
});
const open = boardOf('public');
const closed = boardOf('private');

const allowedTo = (name: string, board: GuardedBoard, subject?: Subject) =>
  everything.filter((action) => authorize(person(name), action, board, subject) === 'allowed');

it('[ID1] anyone sees a public board, everything else takes a role on it', () => {
  expect(authorize(anonymous, 'see', open)).toBe('allowed');
  expect(authorize(person('nobody'), 'see', open)).toBe('allowed');
  for (const action of writing) {
    expect(authorize(anonymous, action, open)).toBe('sign-in');
    expect(authorize(person('nobody'), action, open)).toBe('forbidden');
    expect(authorize(stewardByToken, action, open)).toBe('allowed');
    expect(authorize(person('root', true), action, open)).toBe('allowed');
  }
});

it('[ID1] a private board is hidden from everybody who is not on it', () => {
  for (const action of everything) {
    expect(authorize(anonymous, action, closed)).toBe('hidden');
    expect(authorize(person('nobody'), action, closed)).toBe('hidden');
    expect(authorize(stewardByToken, action, closed)).toBe('allowed');
  }
  for (const name of ['ada', 'leo', 'vera', 'sam'])
    expect(authorize(person(name), 'see', closed)).toBe('allowed');
});

it('[ID1] opening a board takes a steward of the whole server', () => {
  expect(authorize(anonymous, 'open-board', undefined)).toBe('sign-in');
  expect(authorize(person('ada'), 'open-board', undefined)).toBe('forbidden');
  expect(authorize(stewardByToken, 'open-board', undefined)).toBe('allowed');
  expect(authorize(person('root', true), 'open-board', undefined)).toBe('allowed');
});

it('[ID7] each role does its own and nothing more', () => {
  expect(allowedTo('ada', open)).toEqual(everything);
  expect(allowedTo('vera', open)).toEqual([
    'see',
    'see-hidden',
    'withdraw-result',
    'judge-result',
    'upload-picture',
  ]);
  expect(allowedTo('sam', closed)).toEqual(['see']);
});

it('[ID7] a leader acts in the name of the own units and of no other', () => {
  const own = [
    'see',
    'post-result',
    'correct-result',
    'withdraw-result',
    'speak-for-unit',
    'pledge',
    'write-experience',
    'upload-picture',
    'move-adoption',
  ];
  expect(allowedTo('leo', open, { units: ['alpha'] })).toEqual(own);
  expect(allowedTo('leo', open, { units: ['alpha', 'beta'] })).toEqual(own);
  for (const units of [['gamma'], ['alpha', 'gamma'], []])
    expect(allowedTo('leo', open, { units })).toEqual(['see', 'upload-picture']);
});

it('[ID7] a verified result is out of the hands of those who posted it', () => {
  const subject = { units: ['alpha'], isVerified: true };
  const may = allowedTo('leo', open, subject);
  expect(may).not.toContain('correct-result');
  expect(may).not.toContain('withdraw-result');
  expect(allowedTo('ada', open, subject)).toContain('correct-result');
});

it('[ID7] without the unit it is not decided what a leader may, and never allowed', () => {
  expect(authorize(person('leo'), 'post-result', open)).toBe('depends');
  expect(authorize(person('sam'), 'post-result', open)).toBe('forbidden');
});
