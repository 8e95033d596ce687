import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { parseTieBreaks } from '../rankings/tie-break.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { Change, View } from '../views/view.ts';
import type { Drive } from './book.ts';
import { driveHead } from './head.ts';
import type { DriveStandings } from './row.ts';
import { driveStandings, withoutResults } from './standings.ts';

/** Rows a live drive holds, as a live ranking does. */
const driveLength = 200;

/** Metrics whose results move the ranking: those of the tasks and of the tie-breaks. */
function metricsOf({ body }: Drive): Set<string> {
  const metrics = new Set(body.tasks.map(({ metric }) => metric));
  for (const text of body.tieBreaks ?? [])
    for (const tieBreak of parseTieBreaks(text) ?? [])
      if (tieBreak.kind === 'countback') metrics.add(tieBreak.metric);
  return metrics;
}

function isTouched(drive: Drive, change: Change): boolean {
  if (change.vocabulary || change.areas.has('drives')) return true;
  if (drive.body.bonuses?.adopted !== undefined && change.areas.has('experiences')) return true;
  return [...metricsOf(drive)].some((id) => change.metrics.has(id));
}

/** The unit's id, unless it is the key of the drive itself. */
const keyOf = (unit: string) => (unit === 'drive' ? 'unit:drive' : unit);

/** The rows of a drive's topic: itself, and the first 200 units. */
export function* driveRows(
  state: BoardState,
  drive: Drive,
  { rows, uncounted }: DriveStandings,
): Iterable<[string, object]> {
  yield ['drive', driveHead(state, drive, { rows: rows.length, uncounted: uncounted.length })];
  for (const row of rows.slice(0, driveLength))
    yield [keyOf(row.unit), { ...row, terms: row.terms.map(withoutResults) }];
}

/** A drive as it runs; there is none of a draft. */
export function createDriveView(state: BoardState, topic: string, id: string): View | undefined {
  const found = state.books.drives.get(id);
  if (!found || found.state === 'draft') return undefined;
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    // Changed in place: an opened drive is never removed.
    touchedBy: (change) => isTouched(found, change),
    rows: (now) => {
      rows = reuseRows(rows, driveRows(state, found, driveStandings(state, found, now, false)));
      return rows;
    },
  };
}
