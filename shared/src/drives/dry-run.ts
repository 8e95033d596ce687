import type { BoardState } from '../board/state.ts';
import type { Period } from '../calendar/period.ts';
import type { Drive } from './book.ts';
import type { DriveStandings } from './row.ts';
import { DriveScorer } from './scorer.ts';
import { periodBefore, periodOf } from './times.ts';
import { openWindow } from './window.ts';

/** The equally long period before the drive that ends before today. */
export function dryRunPeriod(state: BoardState, drive: Drive, now: number): Period {
  const span = periodOf(drive.body);
  const before = periodBefore(span);
  const yesterday = state.zone.dayAt(now) - 1;
  const shift = Math.max(0, before.to - yesterday);
  return { from: before.from - shift, to: before.to - shift };
}

/** What the ranking would have been, had the drive run in `span`: results as they stand now. */
export function dryRun(state: BoardState, drive: Drive, span: Period, now: number): DriveStandings {
  const contest = { body: drive.body, pledges: new Map(), window: openWindow(span) };
  return new DriveScorer(state, contest).standings({ now, withResults: true });
}
