import { expect, it } from 'vitest';
import { anonymous, stewardByToken } from './actor.ts';
import { authorize, type Action } from './authorize.ts';

const everything: Action[] = ['see', 'post-result', 'judge-result', 'manage', 'export'];
const writing = everything.filter((action) => action !== 'see');

it('[ID1] anyone sees a public board and only the steward does more', () => {
  const board = { visibility: 'public' as const };
  expect(authorize(anonymous, 'see', board)).toBe('allowed');
  for (const action of writing) expect(authorize(anonymous, action, board)).toBe('sign-in');
  for (const action of everything) expect(authorize(stewardByToken, action, board)).toBe('allowed');
});

it('[ID1] a private board is hidden from everybody but the steward', () => {
  const board = { visibility: 'private' as const };
  for (const action of everything) {
    expect(authorize(anonymous, action, board)).toBe('hidden');
    expect(authorize(stewardByToken, action, board)).toBe('allowed');
  }
});

it('[ID1] opening a board takes the steward', () => {
  expect(authorize(anonymous, 'open-board', undefined)).toBe('sign-in');
  expect(authorize(stewardByToken, 'open-board', undefined)).toBe('allowed');
});
