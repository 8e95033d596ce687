import type { RankingPageQuery } from '../api/looking-back.ts';
import { dateIn } from '../ui/zone-clock.ts';
import type { WatchQuery } from './watch-query.ts';

type Asked = Pick<WatchQuery, 'metric' | 'period' | 'from' | 'to' | 'by' | 'sector'>;

const dayMs = 86_400_000;
const dateOf = (day: number) => new Date(day).toISOString().slice(0, 10);

/** First and last day of the month, or of the ISO week, that a date lies in. */
export function periodAround(period: 'month' | 'week', date: string): { from: string; to: string } {
  const day = Date.parse(`${date}T00:00:00Z`);
  if (period === 'week') {
    const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * dayMs;
    return { from: dateOf(monday), to: dateOf(monday + 6 * dayMs) };
  }
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return { from: `${date.slice(0, 7)}-01`, to: dateOf(Date.UTC(year, month, 0)) };
}

/** What the server is asked for a ranking as the page shows it; `now` is ms since the epoch. */
export function questionOf(query: Asked, timeZone: string, now: number): RankingPageQuery {
  const { metric, period, from, to, by, sector } = query;
  const dates =
    period === 'dates'
      ? { from, to }
      : period === 'all'
        ? {}
        : periodAround(period, dateIn(timeZone, now));
  return { metric, by, ...dates, ...(by === 'unit' && sector !== '' ? { sector } : {}) };
}

/** The live topic that holds the first rows of a ranking; '' where there is none. */
export function topicOf({ metric, period, by }: Asked): string {
  if (metric === '' || by === 'sector' || period === 'dates') return '';
  return period === 'all' ? `ranking:${metric}` : `ranking:${metric}:${period}`;
}
