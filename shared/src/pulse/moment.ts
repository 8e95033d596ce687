import { periodAt, type Period } from '../calendar/period.ts';
import { countWorkdays, isWorkday } from '../calendar/workdays.ts';
import type { Calendar } from '../vocabulary/calendar.ts';

/** The day that a pulse is taken on, and how far the board's period has come by then. */
export interface Moment {
  today: number;
  calendar: Calendar;
  period: Period;
  progress: Progress;
}

/** Workdays of a span: all of them, those that are over, and those begun (today's included). */
export interface Progress {
  total: number;
  done: number;
  begun: number;
}

/** How far a span has come on a day. */
export function progressOf(calendar: Calendar, { from, to }: Period, today: number): Progress {
  const done = countWorkdays(calendar, { from, to: Math.min(to, today - 1) });
  const isBegun = today >= from && today <= to && isWorkday(calendar, today);
  return {
    total: countWorkdays(calendar, { from, to }),
    done,
    begun: done + (isBegun ? 1 : 0),
  };
}

export function momentAt(calendar: Calendar, today: number): Moment {
  const period = periodAt(calendar.period, today);
  return { today, calendar, period, progress: progressOf(calendar, period, today) };
}
