import { achievedBefore, type ResultColumns } from '../results/columns.ts';
import type { Aggregate } from '../vocabulary/metric.ts';

/** A score in minor units. Sums outgrow a double; `<` and `>` compare the two kinds exactly. */
export type Score = number | bigint;

/**
 * What the results of one unit (or sector) add up to under one aggregate.
 * `score` is `undefined` as long as nothing counts: an absent value is not zero.
 */
export interface Tally {
  results: number;
  score: Score | undefined;
  /** Result that reached the score: the earliest best, the latest, or the last that changed it. */
  reached: number;
  /** Minor units of the parts (`sum`), or of the values times their shares, times `scale` (`mean`). */
  sum: bigint;
  /** `mean`: sum of the shares of its results, times `scale`. */
  weight: bigint;
  /** `mean`: common denominator of all shares; 1 while every result is whole. */
  scale: bigint;
  /** Whether any result changed the sum: zeros alone reach it at the first of them. */
  moved: boolean;
}

export interface TallyRules {
  columns: ResultColumns;
  aggregate: Aggregate;
  sign: 1 | -1;
}

/**
 * A party's part in a result: its exact share, `weight` of `whole`, and minor units: of its part
 * where the aggregate is a sum, of the whole value otherwise.
 */
export interface Part {
  amount: bigint | number;
  weight: number;
  whole: number;
}

export function createTally(): Tally {
  return {
    results: 0,
    score: undefined,
    reached: -1,
    sum: 0n,
    weight: 0n,
    scale: 1n,
    moved: false,
  };
}

/** Integer division rounded half away from zero. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n;
  const magnitude = negative ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return negative ? -rounded : rounded;
}

function addBest(tally: Tally, rules: TallyRules, index: number): void {
  const value = rules.columns.value[index] ?? 0;
  const gain = tally.score === undefined ? 1 : (value - Number(tally.score)) * rules.sign;
  const earlier = gain === 0 && achievedBefore(rules.columns, index, tally.reached);
  if (gain > 0 || earlier) {
    tally.score = value;
    tally.reached = index;
  }
}

function addLatest(tally: Tally, rules: TallyRules, index: number): void {
  if (tally.reached >= 0 && achievedBefore(rules.columns, index, tally.reached)) return;
  tally.score = rules.columns.value[index] ?? 0;
  tally.reached = index;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** Brings the tally to a denominator that holds `share` in whole numbers; answers with those. */
function scaledShare(tally: Tally, { weight, whole }: Part): bigint {
  if (weight === whole) return tally.scale;
  const common = greatestCommonDivisor(BigInt(whole), BigInt(weight));
  const denominator = BigInt(whole) / common;
  const factor = denominator / greatestCommonDivisor(denominator, tally.scale);
  tally.sum *= factor;
  tally.weight *= factor;
  tally.scale *= factor;
  return (BigInt(weight) / common) * (tally.scale / denominator);
}

/** Whole values, weighed exactly: the mean of one joint result is its value. */
function addToMean(tally: Tally, rules: TallyRules, index: number, part: Part): void {
  const share = scaledShare(tally, part);
  tally.sum += BigInt(part.amount) * share;
  tally.weight += share;
  if (tally.reached < 0 || achievedBefore(rules.columns, tally.reached, index))
    tally.reached = index;
  if (tally.weight > 0n) tally.score = divideRounded(tally.sum, tally.weight);
}

function addToSum(tally: Tally, rules: TallyRules, index: number, part: Part): void {
  const amount = BigInt(part.amount);
  tally.sum += amount;
  const moves = amount !== 0n;
  const isLater = tally.reached >= 0 && achievedBefore(rules.columns, tally.reached, index);
  if (moves ? isLater || !tally.moved : !isLater && !tally.moved) tally.reached = index;
  tally.moved ||= moves;
  tally.score = tally.sum;
}

/**
 * Counts one valid result. The order of arrival does not matter.
 * `best` and `latest` take a joint result whole, `sum` takes the party's part, `mean` weighs the
 * value by the party's share and is rounded to the metric's decimals, half away from zero.
 */
export function addToTally(tally: Tally, rules: TallyRules, index: number, part: Part): void {
  tally.results++;
  if (rules.aggregate === 'best') addBest(tally, rules, index);
  else if (rules.aggregate === 'latest') addLatest(tally, rules, index);
  else if (rules.aggregate === 'mean') addToMean(tally, rules, index, part);
  else addToSum(tally, rules, index, part);
}
