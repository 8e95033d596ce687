import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { isAnnulled } from '../results/columns.ts';
import { resultIdAt } from '../results/result-id.ts';
import { achievedAtOf } from '../results/rows.ts';
import type { PartnerRole } from '../vocabulary/result.ts';
import type { CooperationPair, PairCounts, SectorCooperation } from './row.ts';

interface PairTally {
  units: [number, number];
  results: number;
  together: number;
  helped: [number, number];
  lent: [number, number];
  /** The latest joint result. */
  lastAt: number;
  last: { metric: MetricState; index: number };
}

type RoleCounts = Record<PartnerRole, number>;

/** What the joint results of one metric add up to. */
interface MetricTally {
  revision: number;
  counted: number;
  results: number;
  pairs: Map<string, PairTally>;
  /** Parts in results of a sector, by the unit that had them. */
  parts: Map<string, RoleCounts & { unit: number; to: number }>;
}

interface Party {
  unit: number;
  role: PartnerRole;
}

function partiesOf(metric: MetricState, index: number): Party[] {
  const own: Party = { unit: metric.results.unit[index] ?? 0, role: 'performed' };
  return [own, ...(metric.extras.joint.get(index)?.partners ?? [])];
}

/** A pair counts when one of the two posted the result, or both performed. */
function linksOf(parties: readonly Party[]): { a: Party; b: Party }[] {
  return parties.flatMap((a, at) =>
    parties
      .slice(at + 1)
      .filter((b) => at === 0 || (a.role === 'performed' && b.role === 'performed'))
      .map((b) => ({ a, b })),
  );
}

function pairOf(
  tally: MetricTally,
  ids: readonly string[],
  units: [number, number],
  last: PairTally['last'],
): PairTally {
  const [one, other] = units;
  const ordered: [number, number] =
    (ids[one] ?? '') < (ids[other] ?? '') ? [one, other] : [other, one];
  const key = ordered.join('|');
  let pair = tally.pairs.get(key);
  if (!pair) {
    const zeros = (): [number, number] => [0, 0];
    const counts = { results: 0, together: 0, helped: zeros(), lent: zeros() };
    pair = { units: ordered, ...counts, lastAt: -Infinity, last };
    tally.pairs.set(key, pair);
  }
  return pair;
}

function countPair(
  tally: MetricTally,
  ids: readonly string[],
  { a, b }: { a: Party; b: Party },
  last: PairTally['last'],
): void {
  const pair = pairOf(tally, ids, [a.unit, b.unit], last);
  pair.results++;
  // `a` posted the result or performed as well: what is told is the part of `b`.
  const giver = pair.units[0] === b.unit ? 0 : 1;
  if (b.role === 'performed') pair.together++;
  else pair[b.role][giver]++;
  const at = last.metric.results.at[last.index] ?? 0;
  if (at < pair.lastAt) return;
  pair.lastAt = at;
  pair.last = last;
}

/**
 * Who worked with whom, kept up as results arrive: of new ones only those that are joint are looked
 * at; a correction, decline or annulment reads the joint results of that metric anew.
 */
export class CooperationTally {
  private readonly state: BoardState;
  private readonly only: string | undefined;
  private readonly tallies = new Map<MetricState, MetricTally>();
  private known: CooperationPair[] | undefined;

  /** Of the whole board, or only of the pairs that one unit is in. */
  constructor(state: BoardState, only?: string) {
    this.state = state;
    this.only = only;
  }

  /** Takes in what came since it was last asked. */
  private catchUp(): readonly MetricTally[] {
    for (const metric of this.state.metrics.values()) this.read(metric);
    return [...this.tallies.values()];
  }

  private read(metric: MetricState): void {
    const { revision, results, extras } = metric;
    let tally = this.tallies.get(metric);
    if (tally?.revision !== revision) {
      tally = { revision, counted: 0, results: 0, pairs: new Map(), parts: new Map() };
      this.tallies.set(metric, tally);
      this.known = undefined;
      for (const index of extras.joint.keys()) this.count(metric, tally, index);
    } else
      for (let index = tally.counted; index < results.length; index++)
        if (extras.joint.has(index)) this.count(metric, tally, index);
    tally.counted = results.length;
  }

  private count(metric: MetricState, tally: MetricTally, index: number): void {
    if (isAnnulled(metric.results, index)) return;
    tally.results++;
    this.known = undefined;
    const parties = partiesOf(metric, index);
    const { ids, indexes } = this.state.unitIndex;
    const only = this.only === undefined ? undefined : (indexes.get(this.only) ?? -1);
    for (const link of linksOf(parties))
      if (only === undefined || link.a.unit === only || link.b.unit === only)
        countPair(tally, ids, link, { metric, index });
    const to = metric.results.sector[index] ?? 0;
    for (const { unit, role } of parties.slice(1)) {
      const key = `${unit}|${to}`;
      const counts = tally.parts.get(key) ?? { unit, to, performed: 0, helped: 0, lent: 0 };
      counts[role]++;
      tally.parts.set(key, counts);
    }
  }

  results(): number {
    return this.catchUp().reduce((sum, tally) => sum + tally.results, 0);
  }

  /** All pairs, those that worked together most first; the same array while nothing changed. */
  pairs(): readonly CooperationPair[] {
    const tallies = this.catchUp();
    this.known ??= this.mergePairs(tallies);
    return this.known;
  }

  private mergePairs(tallies: readonly MetricTally[]): CooperationPair[] {
    const merged = new Map<string, PairTally>();
    for (const { pairs } of tallies)
      for (const [key, pair] of pairs) {
        const sum = merged.get(key);
        merged.set(key, sum ? addPairs(sum, pair) : pair);
      }
    return [...merged.values()]
      .map((pair) => this.describe(pair))
      .sort((a, b) => b.results - a.results || (a.units.join('|') < b.units.join('|') ? -1 : 1));
  }

  /** The sector a result was achieved in is on it; a partner counts for the one it is in now. */
  sectors(): SectorCooperation[] {
    const { sectorIndex, unitIndex, units } = this.state;
    const merged = new Map<string, SectorCooperation>();
    for (const { parts } of this.catchUp())
      for (const { unit, to: toIndex, ...counts } of parts.values()) {
        const from = units.get(idAt(unitIndex, unit))?.sector ?? '';
        const to = idAt(sectorIndex, toIndex);
        const key = `${from}|${to}`;
        const sum = merged.get(key) ?? { performed: 0, helped: 0, lent: 0 };
        merged.set(key, {
          kind: 'sectors',
          from,
          to,
          performed: sum.performed + counts.performed,
          helped: sum.helped + counts.helped,
          lent: sum.lent + counts.lent,
        });
      }
    return [...merged.values()];
  }

  private describe({ units, last, lastAt: _, ...counts }: PairTally): CooperationPair {
    const { unitIndex } = this.state;
    const shown: PairCounts = {
      results: counts.results,
      together: counts.together,
      lastAt: achievedAtOf(last.metric, last.index),
      lastResult: resultIdAt(this.state, last.metric.results.seq[last.index] ?? 0),
    };
    const [a, b] = units;
    return {
      kind: 'pair',
      units: [idAt(unitIndex, a), idAt(unitIndex, b)],
      helped: counts.helped,
      lent: counts.lent,
      ...shown,
    };
  }
}

function addPairs(a: PairTally, b: PairTally): PairTally {
  const sum = (one: [number, number], other: [number, number]): [number, number] => [
    one[0] + other[0],
    one[1] + other[1],
  ];
  const { last, lastAt } = a.lastAt >= b.lastAt ? a : b;
  return {
    units: a.units,
    results: a.results + b.results,
    together: a.together + b.together,
    helped: sum(a.helped, b.helped),
    lent: sum(a.lent, b.lent),
    last,
    lastAt,
  };
}
