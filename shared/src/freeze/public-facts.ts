import type { DriveRow, DriveStandings, DriveTerm } from '../drives/row.ts';
import { revealedRows } from '../drives/standings.ts';
import type { FactOf } from '../ledger/entry.ts';

/** A reveal as the public sight applies it: never in a ledger, which holds the count alone. */
export interface PublicReveal extends FactOf<'drive.revealed'> {
  /** All rows revealed so far. */
  shown: DriveRow[];
  /** How many are still to come. */
  left: number;
}

/** The end of a drive as the public sight applies it while another drive still hides results. */
export interface PublicMove extends FactOf<'drive.moved'> {
  final?: DriveStandings;
}

function termWithoutResults(term: DriveTerm): DriveTerm {
  if (term.kind === 'task') {
    const { results: _, ...rest } = term;
    return rest;
  }
  const { result: _, ...rest } = term;
  return rest;
}

/** Ids of results tell their positions, and so how many are hidden: they wait for the end. */
function rowWithoutResults(row: DriveRow): DriveRow {
  return { ...row, terms: row.terms.map(termWithoutResults) };
}

export function withoutResults(standings: DriveStandings): DriveStandings {
  return { ...standings, rows: standings.rows.map(rowWithoutResults), uncounted: [] };
}

export function publicReveal(
  fact: FactOf<'drive.revealed'>,
  rows: readonly DriveRow[],
): PublicReveal {
  const shown = revealedRows(rows, fact.count).map(rowWithoutResults);
  return { ...fact, shown, left: rows.length - fact.count };
}

/** What a reveal of the public sight brings with it; `undefined` for one of the ledger. */
export function shownIn(fact: FactOf<'drive.revealed'> | PublicReveal): PublicReveal | undefined {
  return 'shown' in fact ? fact : undefined;
}

export function finalIn(fact: FactOf<'drive.moved'> | PublicMove): DriveStandings | undefined {
  return 'final' in fact ? fact.final : undefined;
}
