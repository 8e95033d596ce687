import { dayNumber, isCalendarDate, parseTime } from '../calendar/date.ts';
import type { Zone } from '../calendar/zone.ts';

/** When a result was achieved, as the fold orders it. */
export interface Achieved {
  /** ms since the epoch; the first instant of the day where only the day is known. */
  at: number;
  /** The board's calendar day, days since 1970-01-01. */
  day: number;
  dateOnly: boolean;
}

/** Reads `achievedAt` of a fact: a date or a UTC time. */
export function readAchieved(text: string, zone: Zone): Achieved {
  if (isCalendarDate(text)) {
    const day = dayNumber(text);
    return { at: zone.startOfDay(day), day, dateOnly: true };
  }
  const at = parseTime(text);
  return { at, day: zone.dayAt(at), dateOnly: false };
}
