import { localeOf } from './format.ts';

/** The name of a day of the week, 1 is Monday: 1 January 2024 was one. */
export function weekdayName(weekday: number): string {
  const format = new Intl.DateTimeFormat(localeOf(), { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(2024, 0, weekday)));
}
