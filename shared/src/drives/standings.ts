import type { BoardState } from '../board/state.ts';
import type { Drive } from './book.ts';
import type { DriveRow, DriveStandings } from './row.ts';
import { shownStandings } from '../freeze/shown-standings.ts';
import { contestOf, DriveScorer } from './scorer.ts';

/**
 * The ranking of a drive with everything in it. After it was finalised it is what it was then,
 * whatever became of its results. `now`: ms since the epoch; only the rhythm looks at it.
 */
export function driveStandings(state: BoardState, drive: Drive, now: number): DriveStandings {
  return (
    drive.final ??
    shownStandings(state, drive) ??
    new DriveScorer(state, contestOf(state, drive)).standings({ now, withResults: true })
  );
}

/** The ranking by level. */
export function driveRanking(state: BoardState, drive: Drive, now: number): DriveRow[] {
  return driveStandings(state, drive, now).rows;
}

/** The rows that a presenter has revealed: the last `count`, from the bottom place up. */
export function revealedRows(rows: readonly DriveRow[], count: number): DriveRow[] {
  return count <= 0 ? [] : rows.slice(-count);
}

/** How many rows are revealed after the next step: all units of the next place up. */
export function nextReveal(rows: readonly DriveRow[], revealed: number): number {
  const next = rows[rows.length - 1 - revealed];
  if (!next) return rows.length;
  return rows.length - rows.findIndex(({ place }) => place === next.place);
}
