import type { RecordRow } from '@emulation/shared';
import { expect, it } from 'vitest';
import { soloAim } from './solo-aim.ts';

// Only what an aim is taken from.
const record = (metric: string, scope: string, value: string) =>
  ({ metric, scope, value }) as RecordRow;
const metric = { id: 'm', direction: 'higher', decimals: 1 } as const;

it('[UI55] the aim of a unit alone is the least result that breaks the board’s record', () => {
  const rows = [
    record('other', 'board', '9.9'),
    record('m', 'sector', '40.0'),
    record('m', 'board', '37.9'),
  ];
  expect(soloAim(rows, metric)).toMatchObject({ record: { value: '37.9' }, breaks: '38.0' });
  expect(soloAim(rows, { ...metric, direction: 'lower' })?.breaks).toBe('37.8');
  expect(soloAim([record('m', 'board', '0')], { ...metric, direction: 'lower' })?.breaks).toBe(
    '-0.1',
  );
  expect(soloAim([], metric)).toBeUndefined();
});
