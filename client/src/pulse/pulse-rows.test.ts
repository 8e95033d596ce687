import type { PulseMetricRow } from '@emulation/shared';
import { expect, it } from 'vitest';
import { stillMetrics } from './pulse-rows.ts';

const row = (metric: string, standstill: number | null): PulseMetricRow => ({
  kind: 'metric',
  metric,
  results: 3,
  lastResultAt: null,
  lastRecordAt: null,
  plans: { on: 0, of: 0 },
  fulfilment: null,
  advanced: { on: '2026-05-01', unit: 'ada', result: 'one' },
  standstill,
});

it('[PL14] metrics that stand still as a whole are listed, the longest first, with who moved last', () => {
  const rows = [row('scrap', 31), row('output', null), row('delay', 200)];
  expect(stillMetrics([...rows, { ...row('new', 5), advanced: null }])).toEqual([
    { metric: 'delay', days: 200, advanced: rows[2]?.advanced },
    { metric: 'scrap', days: 31, advanced: rows[0]?.advanced },
  ]);
});
