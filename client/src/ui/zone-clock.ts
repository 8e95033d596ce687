function partsIn(timeZone: string, at: number): Record<string, number> {
  const digits = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const;
  const format = new Intl.DateTimeFormat('en-US', {
    ...digits,
    hourCycle: 'h23',
    timeZone,
    calendar: 'gregory',
  });
  return Object.fromEntries(
    format.formatToParts(at).map((part) => [part.type, Number(part.value)]),
  );
}

/** What the clock of a zone shows, as if it were UTC: ms. */
function wallAt(timeZone: string, at: number): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = partsIn(timeZone, at);
  return Date.UTC(year, month - 1, day, hour, minute);
}

export function dateIn(timeZone: string, at: number): string {
  return new Date(wallAt(timeZone, at)).toISOString().slice(0, 10);
}

/** The instant at which a zone's clock shows date and time; the second pass is for changes of the clock. */
export function instantOf(timeZone: string, date: string, time: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const minute = Math.floor(wall / 60_000) * 60_000;
  const first = minute - (wallAt(timeZone, minute) - minute);
  return minute - (wallAt(timeZone, first) - first);
}

/** `YYYY-MM-DDTHH:MM` as the zone's clock shows an instant: what a `datetime-local` field holds. */
export function clockTime(timeZone: string, at: number): string {
  return new Date(wallAt(timeZone, at)).toISOString().slice(0, 16);
}
