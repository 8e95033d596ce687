import type { BoardState } from '../board/state.ts';
import type { Drive } from '../drives/book.ts';
import type { DriveRow, DriveStandings } from '../drives/row.ts';
import { driveStandings } from '../drives/standings.ts';
import { isBeforeStart } from '../drives/states.ts';
import type { Criterion } from '../vocabulary/honour.ts';
import type { Candidate } from './row.ts';

type DriveCriterion = Extract<Criterion, { kind: 'drive' | 'drive-sector' }>;
type Placed = Pick<Candidate, 'unit' | 'place' | 'figure'>;

function byScore(rows: readonly { unit: string; place: number; score: string }[]): Placed[] {
  return rows.map(({ unit, place, score }) => ({
    unit,
    place,
    figure: { kind: 'score', value: score },
  }));
}

/** The most even first; equal measures share a place. */
function byRhythm(rows: readonly DriveRow[]): Placed[] {
  const measured = rows.flatMap(({ unit, rhythm }) => (rhythm === null ? [] : [{ unit, rhythm }]));
  return measured.map(({ unit, rhythm }) => ({
    unit,
    place: 1 + measured.filter((other) => other.rhythm > rhythm).length,
    figure: { kind: 'rhythm', value: String(rhythm) },
  }));
}

function placedBy(by: Extract<Criterion, { kind: 'drive' }>['by'], standings: DriveStandings) {
  if (by === 'rhythm') return byRhythm(standings.rows);
  return byScore(by === 'level' ? standings.rows : standings[by]);
}

/** Every task's plan is reached. */
function reachedAll({ terms }: DriveRow): boolean {
  const tasks = terms.filter((term) => term.kind === 'task');
  return (
    tasks.length > 0 && tasks.every(({ reached }) => reached !== null && Number(reached) >= 100)
  );
}

/** The first of each sector who reached every target; sharing the lead is leading. */
function sectorLeaders(state: BoardState, rows: readonly DriveRow[]): Placed[] {
  const best = new Map<string, number>();
  for (const { unit, place } of rows) {
    const sector = state.units.get(unit)?.sector ?? '';
    best.set(sector, Math.min(best.get(sector) ?? Infinity, place));
  }
  const leaders = rows.filter((row) => {
    return row.place === best.get(state.units.get(row.unit)?.sector ?? '') && reachedAll(row);
  });
  return byScore(leaders).map((each) => ({ ...each, place: 1 }));
}

/** A score of nothing wins nothing. */
function hasWorth({ figure }: Placed): boolean {
  return Number(figure.value) > 0;
}

/** Who would win a title in one drive, the first place first. */
export function driveCandidates(
  state: BoardState,
  drive: Drive,
  criterion: DriveCriterion,
  now: number,
): Omit<Candidate, 'title'>[] {
  if (isBeforeStart(drive.state)) return [];
  const standings = driveStandings(state, drive, now);
  const placed =
    criterion.kind === 'drive-sector'
      ? sectorLeaders(state, standings.rows)
      : placedBy(criterion.by, standings).filter(({ place }) => place <= criterion.places);
  const hasEnded = (drive.state === 'closed' && !drive.veiled) || drive.state === 'finalised';
  const standing = hasEnded ? 'proposed' : 'would-be';
  return placed
    .filter(hasWorth)
    .sort((a, b) => a.place - b.place)
    .map((each) => ({ drive: drive.id, standing, ...each }));
}
