/** Cheers that wait to be counted: of units by id, of results by position in the ledger. */
export interface Counts {
  units: Map<string, number>;
  results: Map<number, number>;
}

/** Of one board on one node in a minute. */
const maxCheered = 1_000;
const maxCount = 1_000_000;

export function createCounts(): Counts {
  return { units: new Map(), results: new Map() };
}

export const isEmpty = ({ units, results }: Counts): boolean => units.size + results.size === 0;

function addOne<K>(counts: Map<K, number>, key: K): boolean {
  const count = counts.get(key);
  if (count === undefined && counts.size >= maxCheered) return false;
  counts.set(key, Math.min(maxCount, (count ?? 0) + 1));
  return true;
}

/** False where so much waits that this one cannot be taken. */
export function addCheer(
  { units, results }: Counts,
  { unit, position }: { unit?: string | undefined; position?: number | undefined },
): boolean {
  if (unit !== undefined) return addOne(units, unit);
  return position !== undefined && addOne(results, position);
}

function subtractFrom<K>(counts: Map<K, number>, taken: ReadonlyMap<K, number>): void {
  for (const [key, count] of taken) {
    const left = (counts.get(key) ?? 0) - count;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  }
}

/** Takes out what is in the ledger now; what came meanwhile stays. */
export function subtract(counts: Counts, taken: Counts): void {
  subtractFrom(counts.units, taken.units);
  subtractFrom(counts.results, taken.results);
}

/** The same in the positions of another sight; what has none there is left out. */
export function placeFor(
  { units, results }: Counts,
  place: (position: number) => number | undefined,
): Counts {
  const placed = new Map<number, number>();
  for (const [position, count] of results) {
    const there = place(position);
    if (there !== undefined) placed.set(there, count);
  }
  return { units, results: placed };
}
