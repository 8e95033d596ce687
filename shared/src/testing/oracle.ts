/**
 * The rules told naively: everything from the list of results, again at every question.
 * Slow and short on purpose; the fold must agree with it.
 */
import type { Aggregate, Direction } from '../vocabulary/metric.ts';

export interface OracleResult {
  seq: number;
  unit: string;
  partners: { unit: string; weight: number }[];
  ownWeight: number;
  sector: string;
  /** Minor units. */
  value: number;
  at: number;
  day: number;
  annulled: boolean;
}

export interface OracleMetric {
  direction: Direction;
  aggregate: Aggregate;
  recordsPer: 'instant' | 'day';
}

export interface OracleMark {
  seq: number;
  kind: 'new' | 'equalled';
}

function inOrder(results: readonly OracleResult[]): OracleResult[] {
  return results.filter((result) => !result.annulled).sort((a, b) => a.at - b.at || a.seq - b.seq);
}

export function unitsOfResult(result: OracleResult): string[] {
  return [result.unit, ...result.partners.map((partner) => partner.unit)];
}

function bestOf(values: number[], direction: Direction): number {
  return direction === 'higher' ? Math.max(...values) : Math.min(...values);
}

/** Day by day (or result by result): the best mark, if it beats or equals all before it. */
export function oracleProgression(
  results: readonly OracleResult[],
  metric: OracleMetric,
  oneHolder: boolean,
): OracleMark[] {
  const valid = inOrder(results);
  const isDay = metric.recordsPer === 'day';
  const groups = new Map<number, OracleResult[]>();
  for (const result of valid) {
    const key = isDay ? result.day : result.seq;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  const marks: OracleMark[] = [];
  let standing: number | undefined;
  for (const group of groups.values()) {
    const best = bestOf(
      group.map((result) => result.value),
      metric.direction,
    );
    if (standing !== undefined && bestOf([standing, best], metric.direction) !== best) continue;
    const seen = new Set<string>();
    for (const result of group.filter(({ value }) => value === best)) {
      const holders = oneHolder ? [''] : unitsOfResult(result);
      if (holders.every((holder) => seen.has(holder))) continue;
      for (const holder of holders) seen.add(holder);
      marks.push({ seq: result.seq, kind: standing === best ? 'equalled' : 'new' });
      standing = best;
    }
  }
  return marks;
}

/** Minor units by unit, giving out one at a time by the largest remainder. */
function partsOf(result: OracleResult): { unit: string; amount: number }[] {
  const weights = [result.ownWeight, ...result.partners.map((partner) => partner.weight)];
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const give = (total: number): number[] => {
    const exact = weights.map((weight) => (Math.abs(total) * weight) / whole);
    const parts = exact.map(Math.floor);
    const remainders = weights.map((weight) => (Math.abs(total) * weight) % whole);
    while (parts.reduce((sum, part) => sum + part, 0) < Math.abs(total)) {
      const at = remainders.indexOf(Math.max(...remainders));
      parts[at] = (parts[at] ?? 0) + 1;
      remainders[at] = -1;
    }
    return parts.map((part) => part * Math.sign(total));
  };
  const amounts = give(result.value);
  return unitsOfResult(result).map((unit, at) => ({ unit, amount: amounts[at] ?? 0 }));
}

/** Sum of value times share over sum of shares, as a fraction of two whole numbers. */
function meanOf(own: readonly OracleResult[], unit: string): number | undefined {
  let [sum, shares, scale] = [0n, 0n, 1n];
  for (const result of own) {
    const weights = [result.ownWeight, ...result.partners.map(({ weight }) => weight)];
    const whole = BigInt(weights.reduce((total, weight) => total + weight, 0));
    const share = BigInt(weights[unitsOfResult(result).indexOf(unit)] ?? 0);
    // a/b + c/d = (ad + cb)/bd, never reduced.
    sum = sum * whole + BigInt(result.value) * share * scale;
    shares = shares * whole + share * scale;
    scale *= whole;
  }
  if (shares === 0n) return undefined;
  const half = 2n * (sum < 0n ? -sum : sum) + shares;
  return Math.sign(Number(sum)) * Number(half / (2n * shares));
}

/** `undefined` where a unit gave away its whole part in all that a mean is made of. */
function scoreOf(
  results: readonly OracleResult[],
  metric: OracleMetric,
  unit: string,
): number | undefined {
  const own = inOrder(results).filter((result) => unitsOfResult(result).includes(unit));
  const parts = own.flatMap(partsOf).filter((part) => part.unit === unit);
  if (metric.aggregate === 'sum') return parts.reduce((sum, { amount }) => sum + amount, 0);
  if (metric.aggregate === 'mean') return meanOf(own, unit);
  const values = own.map((result) => result.value);
  return metric.aggregate === 'latest' ? (values.at(-1) ?? 0) : bestOf(values, metric.direction);
}

export interface OracleRow {
  unit: string;
  place: number;
  score: number;
  results: number;
}

/** Place = one more than the units with a strictly better score. */
export function oracleRanking(
  results: readonly OracleResult[],
  metric: OracleMetric,
): Map<string, OracleRow> {
  const valid = inOrder(results);
  const units = [...new Set(valid.flatMap(unitsOfResult))];
  const scored = units.flatMap((unit) => {
    const score = scoreOf(valid, metric, unit);
    return score === undefined ? [] : [{ unit, score }];
  });
  const sign = metric.direction === 'higher' ? 1 : -1;
  return new Map(
    scored.map(({ unit, score }) => [
      unit,
      {
        unit,
        score,
        place: 1 + scored.filter((other) => (other.score - score) * sign > 0).length,
        results: valid.filter((result) => unitsOfResult(result).includes(unit)).length,
      },
    ]),
  );
}
