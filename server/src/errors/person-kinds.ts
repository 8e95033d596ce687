import { define } from './error-kind.ts';

/** What stands against taking somebody off, and against erasing them. */
export const personKinds = {
  'last-steward': define(
    409,
    'changed',
    'The last steward',
    'Nobody would be left to look after it: make somebody else a steward first.',
    'info',
  ),
  'on-other-boards': define(
    409,
    'changed',
    'On other boards, too',
    'They are also on boards that you do not look after: take them off this board; a steward of the whole server, or they themselves, can erase them.',
    'info',
  ),
} as const;
