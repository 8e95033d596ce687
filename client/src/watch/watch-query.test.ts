import { expect, it } from 'vitest';
import { readQuery } from './watch-query.ts';

it('[UI5] the address says metric, period, dates, sector and search; nonsense falls back', () => {
  const text = 'metric=speed&period=dates&from=2026-06-01&to=2026-06-30&sector=nord&q=lille';
  expect(readQuery(new URLSearchParams(text))).toEqual({
    metric: 'speed',
    period: 'dates',
    from: '2026-06-01',
    to: '2026-06-30',
    sector: 'nord',
    search: 'lille',
  });
  expect(readQuery(new URLSearchParams('period=century')).period).toBe('all');
});
