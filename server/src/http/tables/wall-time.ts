import type { Zone } from '@emulation/shared';

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** What a clock on the wall of the board shows at a UTC time, as ms of a UTC clock. */
export function wallMs(zone: Zone, time: string): number {
  const at = Date.parse(time);
  return isDate(time) ? at : at + zone.offsetAt(at);
}

/** Dates stay dates; a UTC time becomes the board's, with its offset: `2026-06-30T14:00:00+02:00`. */
export function wallText(zone: Zone, time: string): string {
  if (isDate(time)) return time;
  const minutes = Math.round(zone.offsetAt(Date.parse(time)) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return `${new Date(wallMs(zone, time)).toISOString().slice(0, 19)}${offset}`;
}
