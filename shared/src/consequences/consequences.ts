import type { BoardState } from '../board/state.ts';
import type { Drive } from '../drives/book.ts';
import { driveRanking } from '../drives/standings.ts';
import { isBeforeStart } from '../drives/states.ts';
import { candidatesOf } from '../honours/candidates.ts';
import type { Candidate } from '../honours/row.ts';

/** Where a unit stands in a drive. */
export interface DrivePlace {
  place: number;
  score: string;
}

/** A unit whose place or score in a drive a change moved; `null` where it had or has no row. */
export interface DriveChange {
  drive: string;
  unit: string;
  before: DrivePlace | null;
  after: DrivePlace | null;
}

/** A unit that a change made, or makes no more, a candidate for a title. */
export interface HonourChange {
  title: string;
  unit: string;
  drive?: string;
  change: 'lost' | 'gained';
  /** Honours that were awarded to it under this title, and stand. */
  awarded: string[];
}

/** What hangs on the results of a metric beyond its records and rankings. */
export interface Dependents {
  drives: ReadonlyMap<string, ReadonlyMap<string, DrivePlace>>;
  candidates: ReadonlyMap<string, Candidate>;
}

function isAsking(drive: Drive, metric: string): boolean {
  if (isBeforeStart(drive.state) || drive.state === 'finalised') return false;
  return (
    drive.body.tasks.some((task) => task.metric === metric) ||
    (drive.body.tieBreaks ?? []).includes(`countback:${metric}`)
  );
}

function placesIn(state: BoardState, drive: Drive, now: number): Map<string, DrivePlace> {
  const rows = driveRanking(state, drive, now);
  return new Map(rows.map(({ unit, place, score }) => [unit, { place, score }]));
}

/** How drives and titles stand that look at a metric. `now`: ms since the epoch. */
export function dependentsOf(state: BoardState, metric: string, now: number): Dependents {
  const drives = [...state.books.drives.values()].filter((drive) => isAsking(drive, metric));
  const candidates = [...state.books.honours.titles.values()].flatMap((title) =>
    candidatesOf(state, title, now),
  );
  return {
    drives: new Map(drives.map((drive) => [drive.id, placesIn(state, drive, now)])),
    candidates: new Map(
      candidates.map((each) => [`${each.title} ${each.drive ?? ''} ${each.unit}`, each]),
    ),
  };
}

function compareDrives(before: Dependents, after: Dependents): DriveChange[] {
  const changes: DriveChange[] = [];
  for (const [drive, places] of before.drives) {
    const now = after.drives.get(drive) ?? new Map<string, DrivePlace>();
    for (const unit of new Set([...places.keys(), ...now.keys()])) {
      const [was, is] = [places.get(unit) ?? null, now.get(unit) ?? null];
      if (was?.place !== is?.place || was?.score !== is?.score)
        changes.push({ drive, unit, before: was, after: is });
    }
  }
  return changes;
}

function awardedTo(state: BoardState, { title, unit, drive }: Candidate): string[] {
  return [...state.books.honours.honours.values()]
    .filter((honour) => honour.title === title && honour.unit === unit && !honour.withdrawn)
    .filter((honour) => drive === undefined || honour.drive === drive)
    .map(({ id }) => id);
}

/** What a change to a result did to drives that are not final, and to who would win titles. */
export function consequences(
  state: BoardState,
  before: Dependents,
  after: Dependents,
): { drives: DriveChange[]; honours: HonourChange[] } {
  const missing = (from: Dependents, of: Dependents, change: HonourChange['change']) =>
    [...from.candidates].flatMap(([key, candidate]): HonourChange[] => {
      if (of.candidates.has(key)) return [];
      const { title, unit, drive } = candidate;
      const awarded = awardedTo(state, candidate);
      return [{ title, unit, ...(drive === undefined ? {} : { drive }), change, awarded }];
    });
  return {
    drives: compareDrives(before, after),
    honours: [...missing(before, after, 'lost'), ...missing(after, before, 'gained')],
  };
}
