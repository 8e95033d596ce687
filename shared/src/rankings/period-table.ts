import { signOf, type MetricState } from '../board/metric-state.ts';
import type { Period } from '../calendar/period.ts';
import { isAnnulled } from '../results/columns.ts';
import { partiesOf } from '../results/parties.ts';
import { tallyRules } from './standing.ts';
import { RankingTable } from './table.ts';
import { addToTally } from './tally.ts';

/**
 * The ranking of a span of days, kept up with a metric: new results are added to it; only another
 * span, or a change to what was counted, makes it read the metric again.
 */
export class PeriodTable {
  private readonly metric: MetricState;
  private table: RankingTable | undefined;
  private span: Period = { from: 0, to: -1 };
  private before = Infinity;
  private revision = 0;
  private counted = 0;

  constructor(metric: MetricState) {
    this.metric = metric;
  }

  /** The table of `span` with what the metric holds now and had received `before` (ms). */
  tableOf(span: Period, before = Infinity): RankingTable {
    const isSame =
      span.from === this.span.from && span.to === this.span.to && before === this.before;
    let table = this.table;
    if (!table || !isSame || this.revision !== this.metric.revision) {
      table = new RankingTable(signOf(this.metric.metric));
      this.table = table;
      this.span = span;
      this.before = before;
      this.revision = this.metric.revision;
      this.counted = 0;
    }
    this.countOn(table);
    return table;
  }

  private countOn(table: RankingTable): void {
    const { results, metric } = this.metric;
    const rules = tallyRules(this.metric);
    for (; this.counted < results.length; this.counted++) {
      const index = this.counted;
      const day = results.day[index] ?? 0;
      if (day < this.span.from || day > this.span.to || isAnnulled(results, index)) continue;
      if ((results.received[index] ?? 0) >= this.before) continue;
      for (const { unit, part } of partiesOf(this.metric, index, metric.aggregate)) {
        addToTally(table.openTally(unit), rules, index, part);
        table.settle(unit);
      }
    }
  }
}
