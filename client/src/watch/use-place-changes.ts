import type { RankingRow } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useNow } from '../ui/now.ts';
import { markMs, noMemory, rememberPlaces, type PlaceChange } from './place-changes.ts';

/** Which units changed places in the last minute, while somebody was looking. */
export function usePlaceChanges(
  ranking: string,
  rows: readonly RankingRow[],
): ReadonlyMap<string, PlaceChange> {
  const [memory, setMemory] = useState(noMemory);
  const now = useNow(markMs / 6);
  useEffect(() => {
    if (rows.length > 0) setMemory((known) => rememberPlaces(known, ranking, rows, Date.now()));
  }, [ranking, rows, now]);
  return memory.ranking === ranking ? memory.changes : noMemory.changes;
}
