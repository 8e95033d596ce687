import type { PeriodName } from '@emulation/shared';
import type { Theme } from '../ui/theme.ts';

/** What the address of a wall fixes: `?metric=&seconds=&period=&theme=`; the rest it decides itself. */
export interface WallSettings {
  metric?: string;
  stopMs: number;
  period: PeriodName;
  theme: Theme;
}

const usualMs = 12_000;
const fastest = 4;
const slowest = 3600;

export function readSettings(search: string): WallSettings {
  const given = new URLSearchParams(search);
  const metric = given.get('metric');
  const seconds = Number(given.get('seconds') ?? '');
  const stopMs = seconds > 0 ? Math.min(slowest, Math.max(fastest, seconds)) * 1000 : usualMs;
  const asked = given.get('period');
  const period = asked === 'month' || asked === 'week' ? asked : 'all';
  const theme = given.get('theme') === 'office' ? 'office' : 'hall';
  return { ...(metric ? { metric } : {}), stopMs, period, theme };
}

/** The live topic of a metric's ranking over the wall's period. */
export function rankingTopic(metric: string, period: PeriodName): string {
  return period === 'all' ? `ranking:${metric}` : `ranking:${metric}:${period}`;
}
