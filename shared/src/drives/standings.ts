import type { BoardState } from '../board/state.ts';
import type { Drive } from './book.ts';
import { shownStandings } from '../freeze/shown-standings.ts';
import type { DriveRow, DriveStandings, DriveTerm } from './row.ts';
import { contestOf, DriveScorer } from './scorer.ts';

/** Scores a drive from the results themselves; `now`: ms since the epoch, for the rhythm. */
export function scoreDrive(state: BoardState, drive: Drive, now: number): DriveStandings {
  return new DriveScorer(state, contestOf(state, drive)).standings({ now, withResults: true });
}

interface Kept {
  body: Drive['body'];
  lastSeq: number;
  scorer: DriveScorer;
}

/** Scorers of the boards of this process: whoever asks next pays only for what is new. */
const kept = new WeakMap<BoardState, Map<string, Kept>>();

function scorerOf(state: BoardState, drive: Drive): DriveScorer {
  let ofBoard = kept.get(state);
  if (!ofBoard) kept.set(state, (ofBoard = new Map<string, Kept>()));
  const { body, id } = drive;
  const contest = contestOf(state, drive);
  const { lastSeq } = contest.window;
  let found = ofBoard.get(id);
  if (found?.body !== body || found.lastSeq !== lastSeq) {
    found = { body, lastSeq, scorer: new DriveScorer(state, contest) };
    ofBoard.set(id, found);
  }
  return found.scorer;
}

/**
 * The ranking of a drive with everything in it. After it was finalised it is what it was then,
 * whatever became of its results. `now`: ms since the epoch; only the rhythm looks at it.
 */
export function driveStandings(
  state: BoardState,
  drive: Drive,
  now: number,
  withResults = true,
): DriveStandings {
  return (
    drive.final ??
    shownStandings(state, drive) ??
    scorerOf(state, drive).standings({ now, withResults })
  );
}

/** The ranking by level. */
export function driveRanking(state: BoardState, drive: Drive, now: number): DriveRow[] {
  return driveStandings(state, drive, now).rows;
}

/**
 * The rows that a presenter has revealed: the last `count`, from the bottom place up. They say
 * nothing of what is still hidden: neither the other rankings nor the results they came from.
 */
export function revealedRows(rows: readonly DriveRow[], count: number): DriveRow[] {
  if (count <= 0) return [];
  return rows.slice(-count).map(({ improvement: _, gap: __, terms, ...row }) => ({
    ...row,
    terms: terms.map(withoutResults).map(withoutOrigin),
  }));
}

/** A term without the list of the results it came from, which may be long. */
export function withoutResults(term: DriveTerm): DriveTerm {
  if (term.kind !== 'task') return term;
  const { results: _, ...rest } = term;
  return rest;
}

function withoutOrigin(term: DriveTerm): DriveTerm {
  if (term.kind !== 'bonus') return term;
  const { result: _, ...rest } = term;
  return rest;
}

/** How many rows are revealed after the next step: all units of the next place up. */
export function nextReveal(rows: readonly DriveRow[], revealed: number): number {
  const next = rows[rows.length - 1 - revealed];
  if (!next) return rows.length;
  return rows.length - rows.findIndex(({ place }) => place === next.place);
}
