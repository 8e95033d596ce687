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
      const holder = oneHolder ? '' : result.unit;
      if (seen.has(holder)) continue;
      seen.add(holder);
      marks.push({ seq: result.seq, kind: standing === best ? 'equalled' : 'new' });
      standing = best;
    }
  }
  return marks;
}

/** Minor units by unit, giving out one at a time by the largest remainder. */
function partsOf(result: OracleResult): { unit: string; amount: number; share: number }[] {
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
  const [amounts, shares] = [give(result.value), give(1_000_000)];
  return unitsOfResult(result).map((unit, at) => ({
    unit,
    amount: amounts[at] ?? 0,
    share: shares[at] ?? 0,
  }));
}

function roundAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

function scoreOf(results: readonly OracleResult[], metric: OracleMetric, unit: string): number {
  const own = inOrder(results).filter((result) => unitsOfResult(result).includes(unit));
  const parts = own.flatMap((result) =>
    partsOf(result)
      .filter((part) => part.unit === unit)
      .map((part) => ({ ...part, weighed: result.value * part.share })),
  );
  const total = (of: 'amount' | 'weighed' | 'share') =>
    parts.reduce((sum, part) => sum + part[of], 0);
  if (metric.aggregate === 'sum') return total('amount');
  if (metric.aggregate === 'mean') return roundAway(total('weighed') / total('share'));
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
  const scored = units.map((unit) => ({ unit, score: scoreOf(valid, metric, unit) }));
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
