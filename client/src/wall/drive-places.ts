import type { DriveHeadRow, DriveRow } from '@emulation/shared';

/**
 * The places of a drive that walls show, in order. Whoever shares a place with a hidden one is hidden
 * with it, for nobody is last by name; the first place is always shown.
 */
export function shownPlaces(
  drive: Pick<DriveHeadRow, 'rows' | 'lastPlacesHidden'>,
  rows: Iterable<DriveHeadRow | DriveRow>,
): DriveRow[] {
  const units = [...rows]
    .filter((row): row is DriveRow => !('state' in row))
    .sort((a, b) => a.place - b.place || (a.unit < b.unit ? -1 : 1));
  const firstHidden = units[Math.max(0, drive.rows - drive.lastPlacesHidden)]?.place ?? Infinity;
  return units.filter(({ place }) => place === 1 || place < firstHidden);
}
