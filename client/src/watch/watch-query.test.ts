import { expect, it } from 'vitest';
import { readQuery } from './watch-query.ts';

it('[UI5] the address says metric, period, dates, who is ranked, sector, unit and feed; nonsense falls back', () => {
  const text =
    'metric=speed&period=dates&from=2026-06-01&to=2026-06-30&by=sector&sector=nord&unit=lille' +
    '&kind=records&feed-metric=speed&feed-unit=tours';
  expect(readQuery(new URLSearchParams(text))).toEqual({
    metric: 'speed',
    period: 'dates',
    from: '2026-06-01',
    to: '2026-06-30',
    by: 'sector',
    sector: 'nord',
    unit: 'lille',
    kind: 'records',
    feedMetric: 'speed',
    feedUnit: 'tours',
  });
  const fallen = readQuery(new URLSearchParams('period=century&by=planet'));
  expect([fallen.period, fallen.by, fallen.kind]).toEqual(['all', 'unit', 'all']);
});
