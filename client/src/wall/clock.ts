import { keptFormat } from '../ui/kept-format.ts';

const clockFormat = keptFormat(
  (timeZone: string, locale: string) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }),
);
const dayFormat = keptFormat(
  (timeZone: string, locale: string) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }),
);

export function formatClock(at: number, timeZone: string, locale: string): string {
  return clockFormat(timeZone, locale).format(at);
}

/** Digits and, where the language has one, the half of the day: they are set in different sizes. */
export function clockParts(
  at: number,
  timeZone: string,
  locale: string,
): { time: string; half: string } {
  const parts = clockFormat(timeZone, locale).formatToParts(at);
  const half = parts.find((part) => part.type === 'dayPeriod')?.value ?? '';
  const digits = parts.filter((part) => part.type !== 'dayPeriod').map((part) => part.value);
  return { time: digits.join('').trim(), half };
}

export function formatDay(at: number, timeZone: string, locale: string): string {
  return dayFormat(timeZone, locale).format(at);
}

/** A day this near needs no year to be told apart. */
const nearMs = 300 * 86_400_000;

/** The day of a date or a UTC time, short: `Dec 19`, and `Dec 19, 2023` where it lies far off `now`. */
export function dayOf(at: string, timeZone: string, locale: string, now: number): string {
  const isDate = at.length === 10;
  const day = new Date(isDate ? `${at}T00:00:00Z` : at);
  const isNear = Math.abs(now - day.getTime()) < nearMs;
  return new Intl.DateTimeFormat(locale, {
    ...(isNear ? { day: 'numeric', month: 'short' } : { dateStyle: 'medium' }),
    timeZone: isDate ? 'UTC' : timeZone,
  }).format(day);
}
