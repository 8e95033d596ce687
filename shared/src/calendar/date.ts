const msPerDay = 86_400_000;
const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a calendar date `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / msPerDay);
}

/** The calendar date `YYYY-MM-DD` of days since 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** True for a date that exists: `2026-02-28` does, `2026-02-30` does not. */
export function isCalendarDate(text: string): boolean {
  if (!form.test(text)) return false;
  const day = dayNumber(text);
  return Number.isFinite(day) && dateOfDay(day) === text;
}
