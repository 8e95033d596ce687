import type { RankingRow } from '@emulation/shared';

/** How long a row shows that its place changed. */
export const markMs = 60_000;

export interface PlaceChange {
  /** Places gained; negative: lost. */
  gained: number;
  at: number;
}

export interface PlaceMemory {
  /** Of one ranking: another metric or period begins anew. */
  ranking: string;
  places: ReadonlyMap<string, number>;
  changes: ReadonlyMap<string, PlaceChange>;
}

export const noMemory: PlaceMemory = { ranking: '', places: new Map(), changes: new Map() };

/** A change within the life of an earlier mark adds to it: ▲1 and ▲2 are ▲3. */
function changeOf(before: number, now: number, earlier: PlaceChange | undefined, at: number) {
  const fresh = earlier && at - earlier.at <= markMs ? earlier.gained : 0;
  return { gained: fresh + before - now, at };
}

export function rememberPlaces(
  memory: PlaceMemory,
  ranking: string,
  rows: readonly RankingRow[],
  at: number,
): PlaceMemory {
  const known = memory.ranking === ranking ? memory : noMemory;
  const places = new Map<string, number>();
  const changes = new Map<string, PlaceChange>();
  for (const { unit, place } of rows) {
    if (unit === undefined) continue;
    places.set(unit, place);
    const before = known.places.get(unit);
    const earlier = known.changes.get(unit);
    if (before !== undefined && before !== place)
      changes.set(unit, changeOf(before, place, earlier, at));
    else if (earlier && at - earlier.at <= markMs) changes.set(unit, earlier);
  }
  return { ranking, places, changes };
}
