import type { Happening, HappeningKind } from '../board/happening.ts';
import type { BoardState } from '../board/state.ts';

/** Which happenings are asked for; each part that is there must hold. */
export interface FeedFilter {
  kinds?: readonly HappeningKind[] | undefined;
  metric?: string | undefined;
  /** Told of this unit, in whatever part. */
  unit?: string | undefined;
  sector?: string | undefined;
  /** Told at this moment or before: ms since the epoch. */
  until?: number | undefined;
}

/** Every unit that a happening tells of. */
export function unitsOfHappening(happening: Happening): string[] {
  const units: (string | readonly string[])[] = [];
  if ('unit' in happening) units.push(happening.unit);
  if ('partners' in happening) units.push(happening.partners.map(({ unit }) => unit));
  if (happening.kind === 'overtake') units.push(happening.overtaken, happening.overtakenBy);
  if (happening.kind === 'new-leader') units.push(happening.leaders, happening.previous);
  return units.flat();
}

/** The sector a happening was in; where it tells of none, those its units are in now. */
function isInSector({ units }: BoardState, happening: Happening, sector: string): boolean {
  if ('sector' in happening) return happening.sector === sector;
  return unitsOfHappening(happening).some((unit) => units.get(unit)?.sector === sector);
}

export function isAskedFor(state: BoardState, filter: FeedFilter, happening: Happening): boolean {
  const { kinds, metric, unit, sector, until } = filter;
  if (kinds && !kinds.includes(happening.kind)) return false;
  if (metric !== undefined && !('metric' in happening && happening.metric === metric)) return false;
  if (until !== undefined && Date.parse(happening.at) > until) return false;
  if (unit !== undefined && !unitsOfHappening(happening).includes(unit)) return false;
  return sector === undefined || isInSector(state, happening, sector);
}
