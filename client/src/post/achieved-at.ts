import { dateOfDay, dayNumber } from '@emulation/shared';
import { dateIn, instantOf } from '../ui/zone-clock.ts';

/** When a result was achieved, as it was chosen; a time is optional and of the board's zone. */
export type When =
  { kind: 'now' } | { kind: 'yesterday' } | { kind: 'at'; date: string; time: string };

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
