import type { DriveHeadRow, DriveState } from '@emulation/shared';

/** What a running drive comes to next, and when (UTC). */
export interface NextMoment {
  kind: 'starts' | 'review' | 'freezes' | 'ends' | 'graceEnds';
  at: string;
}

/** The moments that a state still leads to: a hand may have been earlier than the clock. */
const ahead: { readonly [State in DriveState]: readonly NextMoment['kind'][] } = {
  draft: [],
  pledging: ['starts'],
  running: ['review', 'freezes', 'ends', 'graceEnds'],
  review: ['freezes', 'ends', 'graceEnds'],
  frozen: ['ends', 'graceEnds'],
  closed: [],
  finalised: [],
};

/** The next moment after `now` (ms) that a countdown leads to; none once a drive is over. */
export function nextMoment(drive: DriveHeadRow, now: number): NextMoment | undefined {
  const comes = ahead[drive.state];
  const moments: (NextMoment | undefined)[] = [
    { kind: 'starts', at: drive.startsAt },
    drive.reviewAt === undefined ? undefined : { kind: 'review', at: drive.reviewAt },
    drive.freezesAt === undefined ? undefined : { kind: 'freezes', at: drive.freezesAt },
    { kind: 'ends', at: drive.endsAt },
    { kind: 'graceEnds', at: drive.graceEndsAt },
  ];
  return moments
    .flatMap((moment) =>
      moment && comes.includes(moment.kind) && Date.parse(moment.at) > now ? [moment] : [],
    )
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
}

export interface Remaining {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** Whole days, hours, minutes and seconds until `at`; zeros when it is past. */
export function remaining(at: string, now: number): Remaining {
  const left = Math.max(0, Math.floor((Date.parse(at) - now) / 1000));
  return {
    days: Math.floor(left / 86_400),
    hours: Math.floor(left / 3600) % 24,
    minutes: Math.floor(left / 60) % 60,
    seconds: left % 60,
  };
}
