/**
 * What a playlist shows when. Pure, and by the clock on the wall: times of day and days of the week
 * are those of the board's zone, so an hour that a change of the clock leaves out has no time of
 * day in it, and one that comes twice is in a window twice.
 */
import { weekdayOf } from '../calendar/workdays.ts';
import type { Zone } from '../calendar/zone.ts';

/** When an item is due; what is left out is always. */
export interface DueWindow {
  /** ISO: 1 is Monday. */
  daysOfWeek?: readonly number[] | undefined;
  /** `HH:MM`; `to` before `from` reaches into the next day, and belongs to the day it began on. */
  from?: string | undefined;
  to?: string | undefined;
}

/** A moment as the board's clock shows it. */
export interface LocalTime {
  /** 1 (Monday) to 7. */
  weekday: number;
  /** Minutes since midnight on the clock. */
  minute: number;
}

export const minutesPerDay = 1440;

/** Minutes since midnight of a time of day `HH:MM`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `now`: ms since the epoch. */
export function localTime(zone: Zone, now: number): LocalTime {
  return { weekday: weekdayOf(zone.dayAt(now)), minute: zone.minuteAt(now) };
}

const dayBefore = (weekday: number) => (weekday === 1 ? 7 : weekday - 1);

/** Whether a window holds a moment. */
export function isDue(
  { daysOfWeek, from, to }: DueWindow,
  { weekday, minute }: LocalTime,
): boolean {
  const start = from === undefined ? 0 : minuteOf(from);
  const end = to === undefined ? minutesPerDay : minuteOf(to);
  const isOn = (day: number) => daysOfWeek === undefined || daysOfWeek.includes(day);
  if (start < end) return minute >= start && minute < end && isOn(weekday);
  return (minute >= start && isOn(weekday)) || (minute < end && isOn(dayBefore(weekday)));
}

/** Places of the items that are due, in the order of the playlist; overlapping ones take turns. */
export function dueItems(items: readonly DueWindow[], at: LocalTime): number[] {
  return [...items.keys()].filter((place) => isDue(items[place] ?? {}, at));
}

/** A span of one day in which the same items are due. */
export interface WeekSpan {
  weekday: number;
  fromMinute: number;
  toMinute: number;
  /** Places of items; none: the wall chooses for itself. */
  items: number[];
}

const isSameList = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((each, at) => each === b[at]);

function daySpans(items: readonly DueWindow[], weekday: number): WeekSpan[] {
  const times = items.flatMap(({ from, to }) => [from, to].filter((time) => time !== undefined));
  const cuts = [...new Set([0, ...times.map(minuteOf)])].sort((a, b) => a - b);
  const spans: WeekSpan[] = [];
  for (const [at, fromMinute] of cuts.entries()) {
    const toMinute = cuts[at + 1] ?? minutesPerDay;
    const due = dueItems(items, { weekday, minute: fromMinute });
    const before = spans.at(-1);
    if (before && isSameList(before.items, due)) before.toMinute = toMinute;
    else spans.push({ weekday, fromMinute, toMinute, items: due });
  }
  return spans;
}

/** A usual week of a playlist, Monday first, without gaps. */
export function weekSpans(items: readonly DueWindow[]): WeekSpan[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => daySpans(items, weekday));
}
