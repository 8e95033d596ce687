import type { ResultRow } from '@emulation/shared';
import { expect, it } from 'vitest';
import { isWanted } from './use-results.ts';

it('[SP25] the results of a unit are narrowed to dates and to a unit that took part', () => {
  const row: ResultRow = {
    id: 'r',
    seq: 1,
    unit: 'ada',
    metric: 'speed',
    sector: 'north',
    value: '1',
    achievedAt: '2026-05-10',
    receivedAt: '2026-05-11T08:00:00.000Z',
    state: 'provisional',
    partners: [{ unit: 'bo', role: 'helped', share: '0.5' }],
  };
  const wants = (filter: object) => isWanted(row, { from: '', to: '', partner: '', ...filter });
  expect([wants({}), wants({ from: '2026-05-10', to: '2026-05-10' })]).toEqual([true, true]);
  expect([wants({ from: '2026-05-11' }), wants({ to: '2026-05-09' })]).toEqual([false, false]);
  expect([wants({ partner: 'bo' }), wants({ partner: 'ada' }), wants({ partner: 'cy' })]).toEqual([
    true,
    true,
    false,
  ]);
});
