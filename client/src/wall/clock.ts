export function formatClock(at: number, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(
    at,
  );
}

/** Digits and, where the language has one, the half of the day: they are set in different sizes. */
export function clockParts(
  at: number,
  timeZone: string,
  locale: string,
): { time: string; half: string } {
  const shape = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  const parts = new Intl.DateTimeFormat(locale, shape).formatToParts(at);
  const half = parts.find((part) => part.type === 'dayPeriod')?.value ?? '';
  const digits = parts.filter((part) => part.type !== 'dayPeriod').map((part) => part.value);
  return { time: digits.join('').trim(), half };
}

export function formatDay(at: number, timeZone: string, locale: string): string {
  const shape = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  return new Intl.DateTimeFormat(locale, shape).format(at);
}

/** The day of a date or a UTC time, short: `Dec 19, 2025`. */
export function dayOf(at: string, timeZone: string, locale: string): string {
  const isDate = at.length === 10;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeZone: isDate ? 'UTC' : timeZone,
  }).format(new Date(isDate ? `${at}T00:00:00Z` : at));
}
