/** Bits of `flags`: the state of a result, and whether only its day is known. */
export const flag = { verified: 1, annulled: 2, dateOnly: 4, corrected: 8 } as const;

/**
 * The results of one metric, in the order of the ledger, as columns: a board holds a million of
 * them in tens of megabytes, and a snapshot is a copy of the buffers.
 */
export interface ResultColumns {
  length: number;
  /** Position in the ledger: ascending. */
  seq: Float64Array;
  unit: Int32Array;
  sector: Int32Array;
  /** Minor units at the metric's decimals. */
  value: Float64Array;
  /** Achieved at, ms since the epoch; the start of its day where only the day is known. */
  at: Float64Array;
  /** The board's calendar day of `at`, days since 1970-01-01. */
  day: Int32Array;
  /** Received at, ms since the epoch. */
  received: Float64Array;
  flags: Uint8Array;
}

export interface ResultCells {
  seq: number;
  unit: number;
  sector: number;
  value: number;
  at: number;
  day: number;
  received: number;
  flags: number;
}

const columnNames = ['seq', 'unit', 'sector', 'value', 'at', 'day', 'received', 'flags'] as const;

export function createColumns(capacity = 16): ResultColumns {
  return {
    length: 0,
    seq: new Float64Array(capacity),
    unit: new Int32Array(capacity),
    sector: new Int32Array(capacity),
    value: new Float64Array(capacity),
    at: new Float64Array(capacity),
    day: new Int32Array(capacity),
    received: new Float64Array(capacity),
    flags: new Uint8Array(capacity),
  };
}

/** A copy with room for `capacity` results. */
export function copyColumns(columns: ResultColumns, capacity: number): ResultColumns {
  const copy = createColumns(capacity);
  copy.length = columns.length;
  for (const name of columnNames) copy[name].set(columns[name].subarray(0, columns.length));
  return copy;
}

/** Appends one result and answers with its index. */
export function pushResult(columns: ResultColumns, cells: ResultCells): number {
  const index = columns.length;
  if (index === columns.seq.length) Object.assign(columns, copyColumns(columns, index * 2));
  // One by one, as this runs at every result: a loop over the names costs several times as much.
  columns.seq[index] = cells.seq;
  columns.unit[index] = cells.unit;
  columns.sector[index] = cells.sector;
  columns.value[index] = cells.value;
  columns.at[index] = cells.at;
  columns.day[index] = cells.day;
  columns.received[index] = cells.received;
  columns.flags[index] = cells.flags;
  columns.length = index + 1;
  return index;
}

/** Index of the result posted at `seq`, or -1. */
export function indexOfSeq(columns: ResultColumns, seq: number): number {
  let low = 0;
  let high = columns.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = columns.seq[middle] ?? 0;
    if (found === seq) return middle;
    if (found < seq) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Order of achievement: `at`, then ledger position (which the index follows). */
export function achievedBefore(columns: ResultColumns, a: number, b: number): boolean {
  const difference = (columns.at[a] ?? 0) - (columns.at[b] ?? 0);
  return difference < 0 || (difference === 0 && a < b);
}

export function isAnnulled(columns: ResultColumns, index: number): boolean {
  return ((columns.flags[index] ?? 0) & flag.annulled) !== 0;
}
