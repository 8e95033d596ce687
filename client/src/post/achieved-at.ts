import { dateOfDay, dayNumber } from '@emulation/shared';
import { clockTime, dateIn, instantOf } from '../ui/zone-clock.ts';

/** When a result was achieved, as it was chosen; a time is optional and of the board's zone. */
export type When =
  | { kind: 'now' }
  | { kind: 'yesterday' }
  | { kind: 'today'; time: string }
  | { kind: 'at'; date: string; time: string };

/** The moment of a post that came back, as the form would have it chosen. */
export function whenOf(achievedAt: string | undefined, timeZone: string): When {
  if (achievedAt === undefined) return { kind: 'now' };
  if (achievedAt.length === 10) return { kind: 'at', date: achievedAt, time: '' };
  const [date = '', time = ''] = clockTime(timeZone, Date.parse(achievedAt)).split('T');
  return { kind: 'at', date, time };
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
  if (when.kind === 'today')
    return new Date(instantOf(timeZone, dateIn(timeZone, now), when.time)).toISOString();
  if (!when.time) return when.date || undefined;
  return new Date(instantOf(timeZone, when.date, when.time)).toISOString();
}
