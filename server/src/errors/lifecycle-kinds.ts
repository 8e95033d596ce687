import { define } from './error-kind.ts';

/** What stands against retiring, merging and undoing. */
export const lifecycleKinds = {
  'unknown-import': define(404, 'changed', 'Unknown import', 'The board has no such import.'),
  undone: define(409, 'never', 'Undone already', 'The import was undone already.'),
  retired: define(
    409,
    'changed',
    'Not offered any more',
    'The unit, sector or metric is retired: its history stays, nothing new comes to it.',
  ),
  merged: define(409, 'never', 'Merged already', 'The unit went into another one and stays there.'),
  'in-use': define(
    409,
    'changed',
    'Still in use',
    'Something stands on it; `errors` names what comes first.',
  ),
} as const;
