import { localeOf } from '../ui/format.ts';

/** Two calendar dates as one span: `1 – 31 May 2026`. */
export function formatSpan(from: string, to: string, locale = localeOf()): string {
  const day = (date: string) => new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    day(from),
    day(to),
  );
}
