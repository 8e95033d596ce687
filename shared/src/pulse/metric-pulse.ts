import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { unitsOf } from '../results/parties.ts';
import { isRelevant } from '../standards/active-units.ts';
import { standardRow } from '../standards/queries.ts';
import type { StandardRow } from '../standards/row.ts';
import { gatherHelp, type HelpBook } from './help.ts';
import type { Moment } from './moment.ts';
import { plansOf, type MetricPlans } from './plans.ts';
import { readPosition, type Position } from './position.ts';
import { standstillOf, type Standstill } from './standstill.ts';

/** What a pulse of a metric was read from; another object in any place makes it read all anew. */
interface Sources {
  moment: Moment;
  rules: object;
  standard: object | undefined;
  /** Text of the plans that drives make. */
  plans: string;
  vocabulary: object;
  revision: number;
}

function isSame(a: Sources | undefined, b: Sources): boolean {
  if (!a) return false;
  return (Object.keys(b) as (keyof Sources)[]).every((key) => a[key] === b[key]);
}

/**
 * The positions of all units in one metric. New results are read for their own units only; another
 * day, calendar, standard or vocabulary, or a change to what was counted, reads all anew.
 */
export class MetricPulse {
  /** By unit index; units without a result in the metric have none. */
  readonly positions = new Map<number, Position>();
  readonly help: HelpBook = new Map();
  standard: StandardRow | undefined;
  standstill: Standstill = { count: 0, rows: [] };
  /** Positions read so far: what an entry costs. */
  read = 0;
  private sources: Sources | undefined;
  private counted = 0;
  private experiences = '';
  private readonly state: BoardState;
  private readonly metric: MetricState;

  constructor(state: BoardState, metric: MetricState) {
    this.state = state;
    this.metric = metric;
  }

  /** Reads what is new; answers with the units (by index) whose position may be another. */
  refresh(moment: Moment, vocabulary: object): ReadonlySet<number> {
    const plans = plansOf(this.state, this.metric, moment);
    const sources = this.sourcesAt(moment, vocabulary, plans);
    const isAnew = !isSame(this.sources, sources);
    this.sources = sources;
    if (isAnew) this.forget();
    const touched = isAnew ? this.allUnits() : this.unitsSince(this.counted);
    for (const unit of touched) this.readUnit(unit, { plans, moment });
    gatherHelp(this.state, this.metric, moment.period, { book: this.help, from: this.counted });
    this.counted = this.metric.results.length;
    // Experiences are written and withdrawn without a result.
    const experiences = this.experiencesKey();
    if (isAnew || touched.size > 0 || experiences !== this.experiences) this.derive(moment);
    this.experiences = experiences;
    return touched;
  }

  private sourcesAt(moment: Moment, vocabulary: object, plans: MetricPlans): Sources {
    const { metric, revision } = this.metric;
    return {
      moment,
      rules: metric,
      standard: this.state.books.standards.get(metric.id),
      plans: plans.key,
      vocabulary,
      revision,
    };
  }

  private experiencesKey(): string {
    const all = [...this.state.books.experiences.byId.values()];
    return `${all.length} ${all.filter(({ withdrawn }) => withdrawn).length}`;
  }

  private forget(): void {
    this.positions.clear();
    this.help.clear();
    this.counted = 0;
  }

  private allUnits(): Set<number> {
    return new Set(this.state.unitIndex.ids.keys());
  }

  private unitsSince(from: number): Set<number> {
    const units = new Set<number>();
    for (let index = from; index < this.metric.results.length; index++)
      for (const unit of unitsOf(this.metric, index)) units.add(unit);
    return units;
  }

  private readUnit(unit: number, from: { plans: MetricPlans; moment: Moment }): void {
    const info = this.state.units.get(idAt(this.state.unitIndex, unit));
    if (!info || info.retired !== undefined || !isRelevant(this.metric.metric, info.sector)) return;
    const position = readPosition(this.state, this.metric, unit, from);
    this.read++;
    if (position.standing || position.advance) this.positions.set(unit, position);
  }

  private derive(moment: Moment): void {
    this.standard = standardRow(this.state, this.metric, moment.today);
    this.standstill = standstillOf(this.state, this.metric, this.positions, moment);
  }
}
