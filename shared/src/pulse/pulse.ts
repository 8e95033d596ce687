import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import type { Unit } from '../vocabulary/board.ts';
import { MetricPulse } from './metric-pulse.ts';
import { momentAt, type Moment } from './moment.ts';
import type { PlanStanding } from './position.ts';
import type { PulseUnitRow } from './row.ts';

/** A unit's row, and the standings it was made of. */
export interface UnitParts {
  row: PulseUnitRow;
  standings: readonly PlanStanding[];
}

/**
 * The pulse of a board, kept up as its entries come: what one entry changed is read again, and
 * everything at the board's midnight.
 */
export class Pulse {
  readonly state: BoardState;
  moment: Moment;
  private readonly metrics = new Map<MetricState, MetricPulse>();
  /** What is derived from the positions of one unit, until one of them is read again. */
  readonly unitParts = new Map<number, UnitParts>();
  private units: readonly Unit[] = [];

  constructor(state: BoardState) {
    this.state = state;
    this.moment = momentAt(state.books.calendar, 0);
  }

  /** Positions read so far. */
  get read(): number {
    return [...this.metrics.values()].reduce((sum, metric) => sum + metric.read, 0);
  }

  /** Every metric as it stands at `now` (ms since the epoch), in the order of the board. */
  refresh(now: number): ReadonlyMap<MetricState, MetricPulse> {
    const { state } = this;
    const { calendar } = state.books;
    const today = state.zone.dayAt(now);
    if (this.moment.calendar !== calendar || this.moment.today !== today)
      this.moment = momentAt(calendar, today);
    this.followVocabulary();
    for (const metric of state.metrics.values()) {
      if (metric.metric.retired !== undefined) {
        this.metrics.delete(metric);
        continue;
      }
      let pulse = this.metrics.get(metric);
      if (!pulse) this.metrics.set(metric, (pulse = new MetricPulse(state, metric)));
      for (const unit of pulse.refresh(this.moment, this.units)) this.unitParts.delete(unit);
    }
    return this.metrics;
  }

  /** Another unit, or one in another sector: a new list, which everybody notices. */
  private followVocabulary(): void {
    const units = [...this.state.units.values()];
    const isSame =
      units.length === this.units.length && units.every((unit, at) => unit === this.units[at]);
    if (!isSame) this.units = units;
  }
}

const known = new WeakMap<BoardState, Pulse>();

/** The one pulse of a board: topic and HTTP share what was read. */
export function pulseOf(state: BoardState): Pulse {
  let pulse = known.get(state);
  if (!pulse) known.set(state, (pulse = new Pulse(state)));
  return pulse;
}
