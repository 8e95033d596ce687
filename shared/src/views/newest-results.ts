import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { unitsOf } from '../results/parties.ts';
import { resultRow } from '../results/rows.ts';
import type { ResultRow } from './row.ts';

interface Held {
  metric: MetricState;
  index: number;
}

function compareNewestFirst(a: Held, b: Held): number {
  const [one, two] = [a.metric.results, b.metric.results];
  const difference = (two.at[b.index] ?? 0) - (one.at[a.index] ?? 0);
  return difference || (two.seq[b.index] ?? 0) - (one.seq[a.index] ?? 0);
}

/**
 * The newest results of one unit, kept up as results arrive: each is looked at once. A correction
 * or annulment makes it read that metric again.
 */
export class NewestResults {
  private readonly state: BoardState;
  private readonly unit: number;
  private readonly limit: number;
  private readonly seen = new Map<MetricState, { counted: number; revision: number }>();
  private held: Held[] = [];
  private shown: ResultRow[] = [];

  constructor(state: BoardState, unit: number, limit: number) {
    this.state = state;
    this.unit = unit;
    this.limit = limit;
  }

  /** Newest first; the same rows as before when nothing came or changed. */
  rows(): ResultRow[] {
    const before = this.held;
    const found: Held[] = [];
    for (const metric of this.state.metrics.values()) found.push(...this.newOf(metric));
    if (found.length > 0)
      this.held = [...this.held, ...found].sort(compareNewestFirst).slice(0, this.limit);
    if (this.held !== before)
      this.shown = this.held.map(({ metric, index }) => resultRow(this.state, metric, index));
    return this.shown;
  }

  private newOf(metric: MetricState): Held[] {
    const { revision, results } = metric;
    let seen = this.seen.get(metric);
    if (seen?.revision !== revision) {
      seen = { counted: 0, revision };
      this.held = this.held.filter((held) => held.metric !== metric);
    }
    const found: Held[] = [];
    for (let index = seen.counted; index < results.length; index++)
      if (unitsOf(metric, index).includes(this.unit)) found.push({ metric, index });
    this.seen.set(metric, { counted: results.length, revision });
    return found.sort(compareNewestFirst).slice(0, this.limit);
  }
}
