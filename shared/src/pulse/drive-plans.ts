import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { dayNumber } from '../calendar/date.ts';
import { drivesUnderWay } from '../drives/queries.ts';
import { membersOf } from '../drives/members.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import { progressOf, type Moment } from './moment.ts';
import type { Plan } from './plan.ts';

/** What a running drive asks of its members in a metric. */
export interface DrivePlan {
  plan: Plan;
  members: ReadonlySet<string>;
  /** Says everything it is made of. */
  key: string;
}

/** The plans that running drives make in a metric; the one that ends first comes first. */
export function drivePlans(
  state: BoardState,
  metric: MetricState,
  { calendar, today }: Moment,
): DrivePlan[] {
  const { id, decimals } = metric.metric;
  const plans: DrivePlan[] = [];
  for (const drive of drivesUnderWay(state, id)) {
    const { body } = drive;
    const span = { from: dayNumber(body.from), to: dayNumber(body.to) };
    const members = membersOf(state, body);
    for (const task of body.tasks) {
      const [target, baseline] = [toMinor(task.target, decimals), toMinor(task.baseline, decimals)];
      if (task.metric !== id || target === undefined || baseline === undefined) continue;
      const { aggregate } = task;
      const plan: Plan = {
        from: 'drive',
        drive: drive.id,
        task: task.id,
        aggregate,
        span,
        target,
        ...(aggregate === 'sum' ? {} : { baseline }),
        progress: progressOf(calendar, span, today),
      };
      const key = JSON.stringify([drive.id, body.from, body.to, task, members.signature]);
      plans.push({ plan, members: members.units, key });
    }
  }
  return plans.sort((a, b) => a.plan.span.to - b.plan.span.to);
}
