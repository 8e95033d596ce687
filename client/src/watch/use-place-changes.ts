import type { RankingRow } from '@emulation/shared';
import { useEffect, useState } from 'react';
import { useNow } from '../ui/now.ts';
import {
  markMs,
  noMemory,
  rememberPlaces,
  untilMarked,
  type PlaceChange,
} from './place-changes.ts';

/** Which units changed places in the last minute, while somebody was looking. */
export function usePlaceChanges(
  ranking: string,
  rows: readonly RankingRow[],
): ReadonlyMap<string, PlaceChange> {
  const [memory, setMemory] = useState(noMemory);
  const [seen, setSeen] = useState<readonly unknown[]>([]);
  const now = useNow(markMs / 6);
  // Before anything is drawn: the rows are drawn once, with their marks.
  if (rows.length > 0 && (seen[0] !== ranking || seen[1] !== rows || seen[2] !== now)) {
    setSeen([ranking, rows, now]);
    setMemory((known) => rememberPlaces(known, ranking, rows, Date.now()));
  }
  useEffect(() => {
    const wait = untilMarked(memory, Date.now());
    if (wait === undefined) return undefined;
    const timer = setTimeout(
      () => setMemory((known) => rememberPlaces(known, ranking, rows, Date.now())),
      wait,
    );
    return () => clearTimeout(timer);
  }, [memory, ranking, rows]);
  return memory.ranking === ranking ? memory.marks : noMemory.marks;
}
