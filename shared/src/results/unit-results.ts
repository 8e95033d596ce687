import type { MetricState } from '../board/metric-state.ts';
import { achievedBefore, isAnnulled } from './columns.ts';
import { unitsOf } from './parties.ts';

const none: readonly number[] = [];

/**
 * The valid results of each unit of a metric by index, in the order of achievement, kept up as they
 * arrive; a change to what was counted makes it read the metric again.
 */
class UnitResults {
  private readonly metric: MetricState;
  private readonly units = new Map<number, number[]>();
  private counted = 0;
  private revision = -1;

  constructor(metric: MetricState) {
    this.metric = metric;
  }

  of(unit: number): readonly number[] {
    this.catchUp();
    return this.units.get(unit) ?? none;
  }

  private catchUp(): void {
    const { results, revision } = this.metric;
    if (this.revision !== revision) {
      this.units.clear();
      this.counted = 0;
      this.revision = revision;
    }
    for (; this.counted < results.length; this.counted++) {
      if (isAnnulled(results, this.counted)) continue;
      for (const unit of unitsOf(this.metric, this.counted)) this.add(unit, this.counted);
    }
  }

  private add(unit: number, index: number): void {
    const list = this.units.get(unit);
    if (!list) {
      this.units.set(unit, [index]);
      return;
    }
    let at = list.length;
    // Nearly all arrive in order: those that do not are moved in from the end.
    while (at > 0 && achievedBefore(this.metric.results, index, list[at - 1] ?? 0)) at--;
    list.splice(at, 0, index);
  }
}

const known = new WeakMap<MetricState, UnitResults>();

/** The valid results of a unit in a metric, in the order of achievement. Not to be kept. */
export function resultsOfUnit(metric: MetricState, unit: number): readonly number[] {
  let results = known.get(metric);
  if (!results) known.set(metric, (results = new UnitResults(metric)));
  return results.of(unit);
}

/** Where in a unit's results those of `day` or later begin. */
export function firstFrom(metric: MetricState, list: readonly number[], day: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((metric.results.day[list[middle] ?? 0] ?? 0) >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}
