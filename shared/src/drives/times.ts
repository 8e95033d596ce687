import { dayNumber } from '../calendar/date.ts';
import type { Period } from '../calendar/period.ts';
import type { Zone } from '../calendar/zone.ts';
import type { DriveBody } from '../vocabulary/drive.ts';

type Dates = Pick<
  DriveBody,
  'from' | 'to' | 'pledgesUntil' | 'reviewOn' | 'freezeAt' | 'graceHours'
>;

/** The moments of a drive, ms since the epoch. */
export interface DriveTimes {
  starts: number;
  /** The first instant after the last day. */
  ends: number;
  graceEnds: number;
  review?: number;
  freezes?: number;
  /** The first instant at which no pledge is taken any more. */
  pledgesEnd?: number;
}

export function driveTimes(zone: Zone, dates: Dates): DriveTimes {
  const { from, to, pledgesUntil, reviewOn, freezeAt, graceHours } = dates;
  const ends = zone.startOfDay(dayNumber(to) + 1);
  return {
    starts: zone.startOfDay(dayNumber(from)),
    ends,
    graceEnds: ends + graceHours * 3_600_000,
    ...(reviewOn === undefined ? {} : { review: zone.startOfDay(dayNumber(reviewOn)) }),
    ...(freezeAt === undefined ? {} : { freezes: Date.parse(freezeAt) }),
    ...(pledgesUntil === undefined
      ? {}
      : { pledgesEnd: zone.startOfDay(dayNumber(pledgesUntil) + 1) }),
  };
}

export function periodOf({ from, to }: Pick<DriveBody, 'from' | 'to'>): Period {
  return { from: dayNumber(from), to: dayNumber(to) };
}

/** The equally long period just before. */
export function periodBefore({ from, to }: Period): Period {
  return { from: from - (to - from + 1), to: from - 1 };
}

/** The equally long period before `span` that ends before `today` (a day number). */
export function pastPeriod(span: Period, today: number): Period {
  const before = periodBefore(span);
  const shift = Math.max(0, before.to - (today - 1));
  return { from: before.from - shift, to: before.to - shift };
}
