import type { BoardState } from '../board/state.ts';
import { signOf, type MetricState } from '../board/metric-state.ts';
import { resultsOfUnit } from '../results/unit-results.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import { adopterKey, type Adoption, type Experience } from './experience.ts';
import { divide, rational, scaleRounded, type Rational } from '../vocabulary/rational.ts';
import { meanOf, sampleOf, welchInterval, type Sample } from './welch.ts';

const msPerWeek = 7 * 86_400_000;
/** Weeks on either side of an adoption whose results are compared. */
export const fewestWeeks = 4;
export const mostWeeks = 26;
/** Fewer results than this on a side say nothing. */
export const fewestResults = 3;
/** Sustained takes this many results after adoption, over at least `fewestWeeks`. */
export const sustainedResults = 5;

export interface LiftSide {
  results: number;
  /** Decimal string with one decimal more than the metric; absent without results. */
  mean?: string;
}

/** What changed in a unit's results after it adopted an experience; above 0 is better. */
export type Lift = {
  /** Weeks compared on either side. */
  weeks: number;
  before: LiftSide;
  after: LiftSide;
} & (
  | { kind: 'too-few'; needed: number }
  | {
      kind: 'measured';
      /** Decimal strings in the metric's unit of measure, one decimal more than the metric. */
      lift: string;
      low: string;
      high: string;
      /** Of the mean before, in percent to a tenth; `null` where that is zero. */
      percent: string | null;
      /** Whether the whole 95 % interval lies on one side of zero. */
      verdict: 'better' | 'worse' | 'unclear';
    }
);

/** Results before and after an adoption that count for its lift, by index, earliest first. */
export interface LiftWindow {
  weeks: number;
  before: number[];
  after: number[];
}

/** Where in a unit's results those achieved at or after `at` begin. */
function positionAt({ results }: MetricState, list: readonly number[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((results.at[list[middle] ?? 0] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The unit's own valid results in a span of time; joint ones measure several units at once. Only
 * this unit's results are read: the metric may hold a hundred thousand of others.
 */
function ownResults(
  metric: MetricState,
  unit: number,
  { from, to }: { from: number; to: number },
): number[] {
  const list = resultsOfUnit(metric, unit);
  return list
    .slice(positionAt(metric, list, from), positionAt(metric, list, to))
    .filter((index) => metric.results.unit[index] === unit && !metric.extras.joint.has(index));
}

/** When the unit adopted what else it learned in this metric: there one comparison ends. */
function otherAdoptions(state: BoardState, { id, metric, seq }: Experience, unit: string) {
  const { adopters, byId } = state.books.experiences;
  const ids = adopters.get(adopterKey(metric, unit)) ?? [];
  return ids.flatMap((other) => {
    const experience = other === id ? undefined : byId.get(other);
    const at = experience?.adoptions.get(unit)?.adopted?.at;
    return experience && at !== undefined ? [{ at, isLater: experience.seq > seq }] : [];
  });
}

function boundsOf(state: BoardState, experience: Experience, adoption: Adoption, at: number) {
  let [from, to] = [-Infinity, Infinity];
  for (const other of otherAdoptions(state, experience, adoption.unit)) {
    const isAfter = other.at > at || (other.at === at && other.isLater);
    if (isAfter) to = Math.min(to, other.at);
    else from = Math.max(from, other.at);
  }
  return { from, to };
}

/**
 * The results that a lift compares: equally many weeks on both sides of the adoption, as many as
 * there are whole weeks up to the newest result after it, from 4 to 26. No result counts for two
 * experiences: the weeks end where the unit adopted another one in the same metric.
 */
export function liftWindow(
  state: BoardState,
  experience: Experience,
  adoption: Adoption,
): LiftWindow | undefined {
  const metric = state.metrics.get(experience.metric);
  const unit = state.unitIndex.indexes.get(adoption.unit);
  if (!metric || unit === undefined || !adoption.adopted) return undefined;
  const { at } = adoption.adopted;
  const bounds = boundsOf(state, experience, adoption, at);
  const to = Math.min(bounds.to, at + mostWeeks * msPerWeek);
  const after = ownResults(metric, unit, { from: at, to });
  const newest = metric.results.at[after.at(-1) ?? -1] ?? at;
  const weeks = Math.max(fewestWeeks, Math.ceil((newest - at + 1) / msPerWeek));
  const from = Math.max(bounds.from, at - weeks * msPerWeek);
  return { weeks, before: ownResults(metric, unit, { from, to: at }), after };
}

function sampleAt({ results }: MetricState, indexes: readonly number[]): Sample {
  return sampleOf(indexes.map((index) => results.value[index] ?? 0));
}

function describeSide(sample: Sample, decimals: number): LiftSide {
  const { count } = sample;
  if (count === 0) return { results: 0 };
  return { results: count, mean: formatMinor(scaleRounded(meanOf(sample), 10n), decimals + 1) };
}

/** Percent to a tenth of a difference against a mean, or `null` where the mean is zero. */
function percentOf(difference: Rational, mean: Rational) {
  if (mean.num === 0n) return null;
  const magnitude = mean.num < 0n ? rational(-mean.num, mean.den) : mean;
  const share = divide(difference, magnitude);
  return formatMinor(scaleRounded(share, 1000n), 1);
}

/** The lift of the results in a window; pure, whatever the order in which they arrived. */
export function measureLift(metric: MetricState, window: LiftWindow): Lift {
  const [before, after] = [sampleAt(metric, window.before), sampleAt(metric, window.after)];
  const { decimals } = metric.metric;
  const sides = {
    weeks: window.weeks,
    before: describeSide(before, decimals),
    after: describeSide(after, decimals),
  };
  if (before.count < fewestResults || after.count < fewestResults)
    return { kind: 'too-few', needed: fewestResults, ...sides };
  const interval = welchInterval(before, after, { sign: signOf(metric.metric), factor: 10n });
  const text = (tenths: bigint) => formatMinor(tenths, decimals + 1);
  return {
    kind: 'measured',
    ...sides,
    lift: text(scaleRounded(interval.difference, 10n)),
    low: text(interval.low),
    high: text(interval.high),
    percent: percentOf(interval.difference, meanOf(before)),
    verdict: interval.isAbove ? 'better' : interval.isBelow ? 'worse' : 'unclear',
  };
}

interface KnownLift {
  metric: MetricState;
  revision: number;
  results: number;
  /** The adoption, and where its comparison ends on either side. */
  span: string;
  lift: Lift;
}

/** Lifts by adoption: one is measured again only when what it compares may have changed. */
const known = new WeakMap<Adoption, KnownLift>();

/** The lift of an adoption; `undefined` where the unit has not adopted it. */
export function liftOf(
  state: BoardState,
  experience: Experience,
  adoption: Adoption,
): Lift | undefined {
  const metric = state.metrics.get(experience.metric);
  const unit = state.unitIndex.indexes.get(adoption.unit);
  if (!metric || unit === undefined || !adoption.adopted) return undefined;
  const { at } = adoption.adopted;
  const { from, to } = boundsOf(state, experience, adoption, at);
  const span = `${from} ${at} ${to}`;
  const { revision } = metric;
  const results = resultsOfUnit(metric, unit).length;
  const old = known.get(adoption);
  // A copy of the board for a preview has its own metrics, whose revisions are not ours.
  if (old?.metric === metric && old.revision === revision)
    if (old.results === results && old.span === span) return old.lift;
  const window = liftWindow(state, experience, adoption);
  if (!window) return undefined;
  const lift = measureLift(metric, window);
  known.set(adoption, { metric, revision, results, span, lift });
  return lift;
}

/** Enough results over enough weeks, and the lift's whole interval above zero. */
export function isSustained(metric: MetricState, window: LiftWindow, adoptedAt: number): boolean {
  if (window.after.length < sustainedResults) return false;
  const newest = metric.results.at[window.after.at(-1) ?? -1] ?? adoptedAt;
  if (newest - adoptedAt < fewestWeeks * msPerWeek) return false;
  const lift = measureLift(metric, window);
  return lift.kind === 'measured' && lift.verdict === 'better';
}
