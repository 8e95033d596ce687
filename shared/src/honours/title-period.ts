import { allTime, monthOf, type Period } from '../calendar/period.ts';
import { dateOfDay, dayNumber } from '../calendar/date.ts';
import type { TitleBody } from '../vocabulary/honour.ts';

/** The current span (days since 1970-01-01) that a title looks at on `day`. */
export function titlePeriod({ period }: Pick<TitleBody, 'period'>, day: number): Period {
  if (period === 'all') return allTime;
  if (period === 'month') return monthOf(day);
  const year = dateOfDay(day).slice(0, 4);
  return { from: dayNumber(`${year}-01-01`), to: dayNumber(`${year}-12-31`) };
}
