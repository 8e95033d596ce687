import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { flag, isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import { idAt } from '../board/state.ts';
import type { ImportRecord } from './book.ts';

export interface Standing {
  metric: MetricState;
  /** Its results of the import that are not annulled, by index. */
  indexes: number[];
  verified: number;
  units: string[];
}

function firstFrom({ results }: MetricState, seq: number): number {
  let low = 0;
  let high = results.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((results.seq[middle] ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What of an import still stands, metric by metric. */
export function standingOf(state: BoardState, { from, to }: ImportRecord): Standing[] {
  const found: Standing[] = [];
  for (const metric of state.metrics.values()) {
    const { results } = metric;
    const indexes: number[] = [];
    const units = new Set<string>();
    let verified = 0;
    for (let at = firstFrom(metric, from); at < results.length; at++) {
      if ((results.seq[at] ?? 0) > to) break;
      if (isAnnulled(results, at)) continue;
      indexes.push(at);
      if ((results.flags[at] ?? 0) & flag.verified) verified++;
      for (const unit of unitsOf(metric, at)) units.add(idAt(state.unitIndex, unit));
    }
    if (indexes.length > 0) found.push({ metric, indexes, verified, units: [...units] });
  }
  return found;
}
