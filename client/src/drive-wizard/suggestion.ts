import {
  dateOfDay,
  dayNumber,
  formatMinor,
  pastPeriod,
  toMinor,
  type Metric,
} from '@emulation/shared';

type Shape = Pick<Metric, 'decimals' | 'direction'>;

/** Dates of the equally long time before the drive that is over by now. */
export function earlierSpan(
  { from, to }: { from: string; to: string },
  today: string,
): { from: string; to: string } | undefined {
  const span = { from: dayNumber(from), to: dayNumber(to) };
  if (!(span.from <= span.to)) return undefined;
  const past = pastPeriod(span, dayNumber(today));
  return { from: dateOfDay(past.from), to: dateOfDay(past.to) };
}

/** Halves round to the worse side, so that a baseline is never better than what was reached. */
function halfOf(sum: bigint, direction: Shape['direction']): bigint {
  const down = sum >= 0n || sum % 2n === 0n ? sum / 2n : sum / 2n - 1n;
  return sum % 2n === 0n || direction === 'higher' ? down : down + 1n;
}

/** The middle of what units reached: half of them were at least as good. */
export function suggestBaseline(scores: readonly string[], metric: Shape): string | undefined {
  const minors = scores
    .flatMap((score) => toMinor(score, metric.decimals) ?? [])
    .map(BigInt)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const upper = minors[Math.floor(minors.length / 2)];
  const lower = minors[Math.ceil(minors.length / 2) - 1];
  if (upper === undefined || lower === undefined) return undefined;
  return formatMinor(halfOf(lower + upper, metric.direction), metric.decimals);
}

/**
 * A target so many percent better than the baseline, in the metric's direction and decimals. It is
 * at least one step away from the baseline, also where a percentage of it is less than that.
 */
export function suggestTarget(
  baseline: string,
  improvePercent: number,
  metric: Shape,
): string | undefined {
  const minor = toMinor(baseline, metric.decimals);
  if (minor === undefined || !(improvePercent > 0)) return undefined;
  const from = BigInt(minor);
  const size = from < 0n ? -from : from;
  const permille = BigInt(Math.round(improvePercent * 10));
  const step = (size * permille * 2n + 1000n) / 2000n || 1n;
  const target = metric.direction === 'higher' ? from + step : from - step;
  return formatMinor(target, metric.decimals);
}
