import { setImmediate } from 'node:timers/promises';

/** Items between two turns of the event loop: a few milliseconds of work. */
export const sliceSize = 2000;

/** Does `work` for every item and lets everybody else have a turn after each slice. */
export async function inSlices<T>(
  items: readonly T[],
  work: (item: T, index: number) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += sliceSize) {
    if (from > 0) await setImmediate();
    const to = Math.min(from + sliceSize, items.length);
    // `index` is below the length.
    for (let index = from; index < to; index++) work(items[index]!, index);
  }
}
