/** Rows of a list are put in a new order with as few moves as can be: a moved row is laid out anew. */

/** Positions in `numbers` of a longest run that grows. */
export function longestRun(numbers: readonly number[]): number[] {
  /** Where the run of each length ends with the least number. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = at;
  }
  const run: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.unshift(at);
  return run;
}

/** The keys that stay as they stood, then those that are new: React has nothing to move. */
export function keepOrder(held: readonly string[], keys: readonly string[]): string[] {
  const wanted = new Set(keys);
  const kept = held.filter((key) => wanted.delete(key));
  return [...kept, ...wanted];
}

export const rowOf = (element: Element) => (element as HTMLElement).dataset['row'] ?? '';

/** `moveBefore` keeps what a row is in the middle of; where there is none, it is taken out and in. */
function move(list: HTMLElement, row: Element, next: Element | null): void {
  if ('moveBefore' in list && typeof list.moveBefore === 'function') list.moveBefore(row, next);
  else list.insertBefore(row, next);
}

/**
 * Puts the rows of a list, by their `data-row`, in the order of `keys`, and says which it took for it:
 * those that overtook or fell, not those that they passed.
 */
export function arrangeRows(list: HTMLElement, keys: readonly string[]): Set<Element> {
  const taken = new Set<Element>();
  const standing = [...list.children];
  const places = new Map(standing.map((row, at) => [rowOf(row), at]));
  const wanted = keys.flatMap((key) => places.get(key) ?? []);
  const staying = new Set(longestRun(wanted).map((at) => wanted[at]));
  let next: Element | null = null;
  for (const at of wanted.toReversed()) {
    const row = standing[at];
    if (!row) continue;
    if (!staying.has(at)) {
      move(list, row, next);
      taken.add(row);
    }
    next = row;
  }
  return taken;
}
