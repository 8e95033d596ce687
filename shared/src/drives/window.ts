import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import type { Period } from '../calendar/period.ts';
import { isAnnulled } from '../results/columns.ts';
import { movedAt, type Drive } from './book.ts';
import { driveTimes, periodOf } from './times.ts';

/** Which results count: by when they were achieved, and by when they came in. */
export interface Window {
  span: Period;
  /** Received from here on is late (ms). */
  lateFrom: number;
  /** Received from here on does not count (ms). */
  closesAt: number;
  /** Nor does what follows this position. */
  lastSeq: number;
}

export type Judgement = 'counted' | 'late' | 'after-grace' | 'after-close';

export function windowOf(state: BoardState, drive: Drive): Window {
  const { ends, graceEnds } = driveTimes(state.zone, drive.body);
  return {
    span: periodOf(drive.body),
    lateFrom: ends,
    closesAt: graceEnds,
    lastSeq: movedAt(drive, 'closed') ?? Infinity,
  };
}

/** A span of days in which every result counts, whenever it came in. */
export function openWindow(span: Period): Window {
  return { span, lateFrom: Infinity, closesAt: Infinity, lastSeq: Infinity };
}

/** How a result stands to the window; `undefined` where it has nothing to do with it. */
export function judge(
  { results }: MetricState,
  index: number,
  { span, lateFrom, closesAt, lastSeq }: Window,
): Judgement | undefined {
  const day = results.day[index] ?? 0;
  if (day < span.from || day > span.to || isAnnulled(results, index)) return undefined;
  const received = results.received[index] ?? 0;
  if (received >= closesAt) return 'after-grace';
  if ((results.seq[index] ?? 0) > lastSeq) return 'after-close';
  return received >= lateFrom ? 'late' : 'counted';
}

export function doesCount(judgement: Judgement | undefined): boolean {
  return judgement === 'counted' || judgement === 'late';
}
