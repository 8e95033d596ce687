import { dateOfDay, dayNumber } from '@emulation/shared';

/** When a result was achieved, as it was chosen; a time is optional and of the board's zone. */
export type When =
  { kind: 'now' } | { kind: 'yesterday' } | { kind: 'at'; date: string; time: string };

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
function instantOf(timeZone: string, date: string, time: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const minute = Math.floor(wall / 60_000) * 60_000;
  const first = minute - (wallAt(timeZone, minute) - minute);
  return minute - (wallAt(timeZone, first) - first);
}

/**
 * The `achievedAt` of a post. Now, with the server at hand, is left to the server's clock; without
 * it the device's clock is better than the hour in which the network returns.
 */
export function achievedAtOf(
  when: When,
  timeZone: string,
  now: number,
  isLive: boolean,
): string | undefined {
  if (when.kind === 'now') return isLive ? undefined : new Date(now).toISOString();
  if (when.kind === 'yesterday') return dateOfDay(dayNumber(dateIn(timeZone, now)) - 1);
  if (!when.time) return when.date || undefined;
  return new Date(instantOf(timeZone, when.date, when.time)).toISOString();
}
