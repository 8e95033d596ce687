import type { JointParties, MetricState } from '../board/metric-state.ts';
import { isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';

/** Whether two units (by index) are parties of one result that stands: then they are two. */
export function workedTogether({ results, extras }: MetricState, a: number, b: number): boolean {
  for (const [index, { partners }] of extras.joint) {
    if (isAnnulled(results, index)) continue;
    const units = [results.unit[index], ...partners.map(({ unit }) => unit)];
    if (units.includes(a) && units.includes(b)) return true;
  }
  return false;
}

function renamed(joint: JointParties, from: number, into: number): JointParties {
  const partners = joint.partners.map((partner) =>
    partner.unit === from ? { ...partner, unit: into } : partner,
  );
  return { ...joint, partners };
}

/** Everything one unit (by index) achieved in a metric becomes another's; false: it has nothing. */
export function reattribute(metric: MetricState, from: number, into: number): boolean {
  const { results, extras } = metric;
  let isMoved = false;
  for (let index = 0; index < results.length; index++) {
    if (!unitsOf(metric, index).includes(from)) continue;
    isMoved = true;
    if (results.unit[index] === from) results.unit[index] = into;
    const joint = extras.joint.get(index);
    if (joint) extras.joint.set(index, renamed(joint, from, into));
  }
  return isMoved;
}
