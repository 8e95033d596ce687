import { signOf, type MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { addToTally, createTally, type Score, type Tally } from '../rankings/tally.ts';
import { partiesOf, type Party } from '../results/parties.ts';
import type { Aggregate } from '../vocabulary/metric.ts';
import type { Members } from './members.ts';
import { judge, type Judgement, type Window } from './window.ts';

const million = 1_000_000;

/** What one unit did in one task. */
export interface UnitWork {
  tally: Tally;
  /** Counted results, in the order of the ledger. */
  indexes: number[];
  late: number;
  /** Work by day: amounts of a sum (their magnitude), millionths of results otherwise. */
  byDay: Map<number, bigint>;
}

export interface Uncounted {
  index: number;
  why: 'after-grace' | 'after-close';
}

/**
 * The values of all units in one task, kept up with its metric: new results are added to it; only
 * another membership, or a change to what was counted, makes it read the metric again.
 */
export class TaskTally {
  readonly metric: MetricState;
  readonly aggregate: Aggregate;
  readonly works = new Map<number, UnitWork>();
  readonly uncounted: Uncounted[] = [];
  private readonly state: BoardState;
  private readonly window: Window;
  private revision = -1;
  private counted = 0;
  private signature = '';

  constructor(state: BoardState, metric: MetricState, aggregate: Aggregate, window: Window) {
    this.state = state;
    this.metric = metric;
    this.aggregate = aggregate;
    this.window = window;
  }

  /** Counts everything the metric holds now. */
  catchUp(members: Members): this {
    const { metric } = this;
    if (this.revision !== metric.revision || this.signature !== members.signature) {
      this.works.clear();
      this.uncounted.length = 0;
      this.counted = 0;
      this.revision = metric.revision;
      this.signature = members.signature;
    }
    for (; this.counted < metric.results.length; this.counted++) this.count(this.counted, members);
    return this;
  }

  scoreOf(unit: number): Score | undefined {
    return this.works.get(unit)?.tally.score;
  }

  private count(index: number, members: Members): void {
    const judgement = judge(this.metric, index, this.window);
    if (judgement === undefined) return;
    const parties = countingParties(this.state, this.metric, index, this.aggregate, members);
    if (parties.length === 0) return;
    if (judgement === 'after-grace' || judgement === 'after-close')
      this.uncounted.push({ index, why: judgement });
    else for (const party of parties) this.addPart(index, party, judgement);
  }

  private addPart(index: number, { unit, part }: Party, judgement: Judgement): void {
    const { metric, aggregate } = this;
    let work = this.works.get(unit);
    if (!work) {
      work = { tally: createTally(), indexes: [], late: 0, byDay: new Map() };
      this.works.set(unit, work);
    }
    const rules = { columns: metric.results, aggregate, sign: signOf(metric.metric) };
    addToTally(work.tally, rules, index, part);
    work.indexes.push(index);
    if (judgement === 'late') work.late++;
    const share = Math.floor((part.weight * million) / part.whole);
    const amount = BigInt(aggregate === 'sum' ? part.amount : share);
    const day = metric.results.day[index] ?? 0;
    const magnitude = amount < 0n ? -amount : amount;
    work.byDay.set(day, (work.byDay.get(day) ?? 0n) + magnitude);
  }
}

/** Those parties of a result for whom it counts, with their parts. */
export function countingParties(
  state: BoardState,
  metric: MetricState,
  index: number,
  aggregate: Aggregate,
  members: Members,
): Party[] {
  const { results } = metric;
  const sector = idAt(state.sectorIndex, results.sector[index] ?? 0);
  return partiesOf(metric, index, aggregate).filter(({ unit }, at) => {
    const id = idAt(state.unitIndex, unit);
    return at === 0 ? members.counts(id, sector) : members.units.has(id);
  });
}

/** The results that make a unit's value in a task, earliest first. */
export function resultsBehind({ metric, aggregate }: TaskTally, work: UnitWork): number[] {
  const { results } = metric;
  if (aggregate === 'best' || aggregate === 'latest') return [work.tally.reached];
  return [...work.indexes].sort((a, b) => (results.at[a] ?? 0) - (results.at[b] ?? 0) || a - b);
}
