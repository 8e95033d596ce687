import type { MetricState } from '../board/metric-state.ts';
import { periodAt } from '../calendar/period.ts';
import { isAnnulled } from '../results/columns.ts';
import { partiesOf } from '../results/parties.ts';
import type { PulsePeriod } from '../vocabulary/calendar.ts';
import { tallyRules } from './standing.ts';
import { addToTally, createTally, type Tally } from './tally.ts';

const none: ReadonlyMap<number, Tally> = new Map<number, Tally>();

/**
 * What each unit's results add up to in each week or month, kept up as results arrive; a change to
 * what was counted makes it read the metric again.
 */
class PeriodScores {
  private readonly metric: MetricState;
  private readonly period: PulsePeriod;
  private readonly units = new Map<number, Map<number, Tally>>();
  /** First day of the period by day: a metric has few days and many results. */
  private readonly starts = new Map<number, number>();
  private counted = 0;
  private revision = -1;

  constructor(metric: MetricState, period: PulsePeriod) {
    this.metric = metric;
    this.period = period;
  }

  of(unit: number): ReadonlyMap<number, Tally> {
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
    const rules = tallyRules(this.metric);
    for (; this.counted < results.length; this.counted++) {
      const index = this.counted;
      if (isAnnulled(results, index)) continue;
      const start = this.startOf(results.day[index] ?? 0);
      for (const { unit, part } of partiesOf(this.metric, index, rules.aggregate))
        addToTally(this.tallyAt(unit, start), rules, index, part);
    }
  }

  private startOf(day: number): number {
    let start = this.starts.get(day);
    if (start === undefined) this.starts.set(day, (start = periodAt(this.period, day).from));
    return start;
  }

  private tallyAt(unit: number, start: number): Tally {
    let periods = this.units.get(unit);
    if (!periods) this.units.set(unit, (periods = new Map<number, Tally>()));
    let tally = periods.get(start);
    if (!tally) periods.set(start, (tally = createTally()));
    return tally;
  }
}

type ByPeriod = { [Period in PulsePeriod]?: PeriodScores };
const known = new WeakMap<MetricState, ByPeriod>();

/** Tallies of a unit (by index) by the first day of their week or month. Not to be kept. */
export function periodScores(
  metric: MetricState,
  period: PulsePeriod,
  unit: number,
): ReadonlyMap<number, Tally> {
  let scores = known.get(metric);
  if (!scores) known.set(metric, (scores = {}));
  return (scores[period] ??= new PeriodScores(metric, period)).of(unit);
}
