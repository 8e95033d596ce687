import type { Change } from './view.ts';

function union<T extends string>(sets: readonly ReadonlySet<T>[]): ReadonlySet<T> {
  const filled = sets.filter((set) => set.size > 0);
  return filled.length === 1 && filled[0] ? filled[0] : new Set(filled.flatMap((set) => [...set]));
}

/** What several entries changed together. */
export function mergeChanges(changes: readonly Change[]): Change {
  return {
    vocabulary: changes.some((change) => change.vocabulary),
    metrics: union(changes.map((change) => change.metrics)),
    units: union(changes.map((change) => change.units)),
    records: union(changes.map((change) => change.records)),
    areas: union(changes.map((change) => change.areas)),
    happenings: changes.reduce((sum, change) => sum + change.happenings, 0),
  };
}
