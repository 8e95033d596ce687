/**
 * Whether a value is far outside what its unit has posted before: most such values are slips of the
 * thumb. The rule (docs/spec/post.md, PO10) looks at the unit's own newest results of the metric.
 *
 * With five of them or more, the usual range is their median ± the largest of 5 × MAD (the median of
 * the distances from the median), a fifth of the median and one step of the metric's decimals. With
 * fewer, there is no range, and only a slip by a factor of ten is noticed.
 *
 * A slip is a value that would be usual with its decimal sign moved by one or two places, or with
 * the other sign; what it would then be is proposed.
 */
export interface Implausible {
  /** Minor units; absent where too few results make no range. */
  low?: number;
  high?: number;
  /** What was probably meant, in minor units. */
  meant?: number;
}

const enough = 5;
const spreads = 5;
const leastPart = 0.2;
/** Of a few results: how near the moved value must come to their median. */
const nearPart = 0.5;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

interface Range {
  low: number;
  high: number;
}

function usualRange(own: readonly number[]): Range {
  const median = medianOf(own);
  const spread = medianOf(own.map((value) => Math.abs(value - median)));
  const reach = Math.max(spreads * spread, Math.abs(median) * leastPart, 1);
  return { low: median - reach, high: median + reach };
}

const isIn = ({ low, high }: Range, value: number) => value >= low && value <= high;

/** The other readings of what was typed that are exact in minor units, the likeliest first. */
function readingsOf(value: number): number[] {
  return [value / 10, value * 10, value / 100, value * 100, -value].filter(
    (reading) => Number.isSafeInteger(reading) && reading !== value,
  );
}

/** `own`: the unit's own results of the metric, in minor units, annulled ones left out. */
export function judgePlausible(value: number, own: readonly number[]): Implausible | undefined {
  if (own.length === 0) return undefined;
  if (own.length >= enough) {
    const range = usualRange(own);
    if (isIn(range, value)) return undefined;
    const low = Math.ceil(range.low);
    const high = Math.floor(range.high);
    const meant = readingsOf(value).find((reading) => isIn(range, reading));
    return { low, high, ...(meant === undefined ? {} : { meant }) };
  }
  const median = medianOf(own);
  const near = Math.abs(median) * nearPart;
  const around = { low: median - near, high: median + near };
  const factor = median === 0 ? 1 : Math.abs(value / median);
  if (value === 0 || (factor < 8 && factor > 1 / 8)) return undefined;
  const meant = readingsOf(value).find((reading) => isIn(around, reading));
  return meant === undefined ? undefined : { meant };
}
