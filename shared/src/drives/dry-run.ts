import type { BoardState } from '../board/state.ts';
import type { Period } from '../calendar/period.ts';
import type { Drive } from './book.ts';
import type { DriveStandings } from './row.ts';
import { DriveScorer } from './scorer.ts';
import { pastPeriod, periodOf } from './times.ts';
import { openWindow } from './window.ts';

/** The equally long period before the drive that ends before today. */
export function dryRunPeriod(state: BoardState, drive: Drive, now: number): Period {
  return pastPeriod(periodOf(drive.body), state.zone.dayAt(now));
}

/** What the ranking would have been, had the drive run in `span`: results as they stand now. */
export function dryRun(state: BoardState, drive: Drive, span: Period, now: number): DriveStandings {
  const contest = { body: drive.body, pledges: new Map(), window: openWindow(span) };
  return new DriveScorer(state, contest).standings({ now, withResults: true });
}
