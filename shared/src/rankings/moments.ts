import type { MetricState } from '../board/metric-state.ts';
import { dateOfDay } from '../calendar/date.ts';
import type { Zone } from '../calendar/zone.ts';
import { flag } from '../results/columns.ts';

export interface Moment {
  /** A date stands for its end; otherwise a UTC time. */
  at: string;
  /** ms since the epoch: everything up to it has come. */
  until: number;
}

interface Coming {
  metric: MetricState;
  order: Iterable<number>;
  times: Float64Array;
}

interface Bounds {
  first: number;
  last: number;
  /** Whether more than the day is known of any. */
  isTimed: boolean;
}

function boundsOf({ metric, order, times }: Coming, since: number): Bounds | undefined {
  const { results } = metric;
  const isReceipt = times === results.received;
  let bounds: Bounds | undefined;
  for (const index of order) {
    if ((results.day[index] ?? 0) < since) continue;
    const time = times[index] ?? 0;
    bounds ??= { first: time, last: time, isTimed: isReceipt };
    bounds.last = time;
    bounds.isTimed ||= ((results.flags[index] ?? 0) & flag.dateOnly) === 0;
  }
  return bounds;
}

/** `count` whole numbers from `first` to `last`, as evenly as they go. */
function spread(first: number, last: number, count: number): number[] {
  if (count < 2) return [last];
  const step = (last - first) / (count - 1);
  return Array.from({ length: count }, (_, at) => Math.round(first + at * step));
}

const endOfDay = (zone: Zone, day: number) => zone.startOfDay(day + 1) - 1;

function ofDays(zone: Zone, days: readonly number[]): Moment[] {
  return days.map((day) => ({ at: dateOfDay(day), until: endOfDay(zone, day) }));
}

/**
 * The moments of a history: the ends of days, where there are as many days as moments or nothing
 * finer is known; otherwise times from the first result to the last, evenly.
 */
export function momentsOf(
  zone: Zone,
  coming: Coming,
  query: {
    from?: number | undefined;
    to?: number | undefined;
    since?: number | undefined;
    steps: number;
  },
): { moments: Moment[]; span: { from: string; to: string } | null } {
  const bounds = boundsOf(coming, query.since ?? -Infinity);
  if (!bounds) return { moments: [], span: null };
  const [firstDay, lastDay] = [zone.dayAt(bounds.first), zone.dayAt(bounds.last)];
  const span = { from: dateOfDay(firstDay), to: dateOfDay(lastDay) };
  const from = query.from ?? Math.min(firstDay, query.to ?? firstDay);
  const to = query.to ?? Math.max(lastDay, from);
  const days = to - from + 1;
  const first = Math.max(bounds.first, zone.startOfDay(from));
  const last = Math.min(bounds.last, endOfDay(zone, to));
  const isFine = bounds.isTimed && days < query.steps && first < last;
  if (!isFine) {
    const count = Math.min(days, query.steps);
    return { span, moments: ofDays(zone, spread(from, to, count)) };
  }
  const times = [...new Set(spread(first, last, query.steps))];
  const moments = times.map((until) => ({ at: new Date(until).toISOString(), until }));
  return { span, moments };
}
