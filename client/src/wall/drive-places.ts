import type { DriveHeadRow, DriveRow, RankingRow } from '@emulation/shared';

/** The places of a drive that walls show, in order: those that the drive hides are left out. */
export function shownPlaces(
  drive: Pick<DriveHeadRow, 'rows' | 'lastPlacesHidden'>,
  rows: Iterable<DriveHeadRow | DriveRow>,
): RankingRow[] {
  const units = [...rows]
    .filter((row): row is DriveRow => !('state' in row))
    .sort((a, b) => a.place - b.place || (a.unit < b.unit ? -1 : 1));
  const shown = units.slice(0, Math.max(0, drive.rows - drive.lastPlacesHidden));
  return shown.map(({ place, unit, score, reachedAt, terms }) => ({
    place,
    unit,
    score,
    results: terms.reduce((sum, term) => sum + (term.kind === 'task' ? term.count : 0), 0),
    reachedAt: reachedAt ?? '',
  }));
}
