import type { Calendar } from '../vocabulary/calendar.ts';
import { dayNumber } from './date.ts';
import type { Period } from './period.ts';

/** Day of the week as ISO numbers it, 1 (Monday) to 7; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const holidays = new WeakMap<Calendar, ReadonlySet<number>>();

function holidaysOf(calendar: Calendar): ReadonlySet<number> {
  let days = holidays.get(calendar);
  if (!days) {
    days = new Set(calendar.holidays.map(({ date }) => dayNumber(date)));
    holidays.set(calendar, days);
  }
  return days;
}

/** Whether the board works on a day: one of its days of the week, and no holiday. */
export function isWorkday(calendar: Calendar, day: number): boolean {
  return calendar.workdays.includes(weekdayOf(day)) && !holidaysOf(calendar).has(day);
}

/** Days worked in a span, both ends included. */
export function countWorkdays(calendar: Calendar, { from, to }: Period): number {
  let count = 0;
  for (let day = from; day <= to; day++) if (isWorkday(calendar, day)) count++;
  return count;
}
