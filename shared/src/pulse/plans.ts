import type { MetricState } from '../board/metric-state.ts';
import { idAt, type BoardState } from '../board/state.ts';
import { isActive } from '../standards/active-units.ts';
import { levelOf, standardOf } from '../standards/standard.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import { drivePlans, type DrivePlan } from './drive-plans.ts';
import type { Moment } from './moment.ts';
import type { Plan } from './plan.ts';

/** What every unit of a metric is asked to reach: its standard over the board's period. */
export function standardPlan(
  state: BoardState,
  metric: MetricState,
  { period, progress }: Moment,
): Plan | undefined {
  const standard = standardOf(state, metric.metric.id);
  const target = standard && toMinor(levelOf(standard).value, metric.metric.decimals);
  if (target === undefined) return undefined;
  return { from: 'standard', aggregate: metric.metric.aggregate, span: period, target, progress };
}

/** The plans of a metric, made once for all its units. */
export interface MetricPlans {
  drives: readonly DrivePlan[];
  standard: Plan | undefined;
  /** Says everything that plans beside the standard are made of: another text, other plans. */
  key: string;
}

export function plansOf(state: BoardState, metric: MetricState, moment: Moment): MetricPlans {
  const drives = drivePlans(state, metric, moment);
  return {
    drives,
    standard: standardPlan(state, metric, moment),
    key: drives.map(({ key }) => key).join('\n'),
  };
}

/**
 * The plan of one unit (by index): that of a running drive it takes part in, otherwise the standard
 * where it is active; where there is neither, none is invented.
 */
export function planFor(
  state: BoardState,
  metric: MetricState,
  unit: number,
  from: { plans: MetricPlans; moment: Moment },
): Plan | undefined {
  const { plans, moment } = from;
  const id = idAt(state.unitIndex, unit);
  const drive = plans.drives.find(({ members }) => members.has(id));
  if (drive) return drive.plan;
  return isActive(state, metric, unit, moment.today) ? plans.standard : undefined;
}
