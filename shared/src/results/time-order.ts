import { achievedBefore, type ResultColumns } from './columns.ts';

/** More late arrivals than this at once are sorted in one go instead of being moved in singly. */
const maxSingleMoves = 64;

/**
 * Indexes of one metric's results in the order of achievement, kept up as results arrive: a result
 * that is the latest costs nothing, a backdated one a move within the array.
 */
export class TimeOrder {
  private order = new Int32Array(16);
  private ordered = 0;

  /** Forget everything: a correction moved a result in time. */
  reset(): void {
    this.ordered = 0;
  }

  /** All indexes, earliest first. Valid until the next call. */
  indexes(columns: ResultColumns): Int32Array {
    this.grow(columns.length);
    let singleMoves = 0;
    while (this.ordered < columns.length) {
      const index = this.ordered;
      const last = this.order[index - 1];
      if (last === undefined || achievedBefore(columns, last, index)) this.order[index] = index;
      else if (++singleMoves > maxSingleMoves) return this.sortAll(columns);
      else this.moveIn(columns, index);
      this.ordered++;
    }
    return this.order.subarray(0, this.ordered);
  }

  private moveIn(columns: ResultColumns, index: number): void {
    let low = 0;
    let high = this.ordered;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (achievedBefore(columns, this.order[middle] ?? 0, index)) low = middle + 1;
      else high = middle;
    }
    this.order.copyWithin(low + 1, low, this.ordered);
    this.order[low] = index;
  }

  private sortAll(columns: ResultColumns): Int32Array {
    this.ordered = columns.length;
    const all = this.order.subarray(0, this.ordered);
    for (let index = 0; index < all.length; index++) all[index] = index;
    return all.sort((a, b) => (columns.at[a] ?? 0) - (columns.at[b] ?? 0) || a - b);
  }

  private grow(length: number): void {
    if (length <= this.order.length) return;
    const larger = new Int32Array(Math.max(length, this.order.length * 2));
    larger.set(this.order.subarray(0, this.ordered));
    this.order = larger;
  }
}
