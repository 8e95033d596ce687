import type { MetricState } from '../board/metric-state.ts';
import type { BoardState } from '../board/state.ts';
import { flag } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import { resultIdAt } from '../results/result-id.ts';
import { formatShare } from '../results/shares.ts';
import { multiply, rational, readDecimal, toHundredths } from '../vocabulary/rational.ts';
import type { Rational } from '../vocabulary/rational.ts';
import type { BonusKind } from '../vocabulary/drive.ts';
import { adoptionsByUnit } from './adoptions.ts';
import type { Members } from './members.ts';
import { recordBonuses, type Bonuses } from './record-bonuses.ts';
import type { BonusTerm } from './row.ts';
import { countingParties } from './task-tally.ts';
import { doesCount, judge, type Window } from './window.ts';

export interface ScoredBonus {
  points: Rational;
  term: BonusTerm;
}

/** A unit's exact part of a result: its weight and that of all parties. */
function shareOf(metric: MetricState, index: number, unit: number): [number, number] {
  const joint = metric.extras.joint.get(index);
  if (!joint) return [1, 1];
  const weights = [joint.ownWeight, ...joint.partners.map(({ weight }) => weight)];
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return [weights[unitsOf(metric, index).indexOf(unit)] ?? 0, whole || 1];
}

function resultBonus(
  state: BoardState,
  metric: MetricState,
  { index, unit, bonus, of }: { index: number; unit: number; bonus: BonusKind; of: string },
): ScoredBonus {
  const [weight, whole] = shareOf(metric, index, unit);
  const points = multiply(readDecimal(of), rational(BigInt(weight), BigInt(whole)));
  const isVerified = ((metric.results.flags[index] ?? 0) & flag.verified) !== 0;
  const isJoint = metric.extras.joint.has(index);
  const term: BonusTerm = {
    kind: 'bonus',
    bonus,
    metric: metric.metric.id,
    of,
    ...(isJoint ? { share: formatShare(weight, whole) } : {}),
    points: toHundredths(points),
    ...(isVerified ? {} : { provisional: true }),
    result: resultIdAt(state, metric.results.seq[index] ?? 0),
  };
  return { points, term };
}

interface JointResult {
  metric: MetricState;
  index: number;
}

/**
 * Joint results that earn the bonus for working together: of each group of units the first by
 * achievement. The same group's further results count in the tasks, not here. Kept up as results
 * arrive; only a change to what was counted makes it read a metric again.
 */
export class JointGroups {
  private readonly metrics: readonly MetricState[];
  private readonly window: Window;
  private readonly first = new Map<string, JointResult>();
  private readonly read = new Map<MetricState, { revision: number; counted: number }>();

  constructor(metrics: readonly MetricState[], window: Window) {
    this.metrics = metrics;
    this.window = window;
  }

  /** Of each group its first, as the metrics stand now. */
  firsts(): Iterable<JointResult> {
    if (this.metrics.some((metric) => this.hasOtherRevision(metric))) {
      this.first.clear();
      this.read.clear();
    }
    for (const metric of this.metrics) this.catchUp(metric);
    return this.first.values();
  }

  private hasOtherRevision(metric: MetricState): boolean {
    const known = this.read.get(metric);
    return known !== undefined && known.revision !== metric.revision;
  }

  private catchUp(metric: MetricState): void {
    const { revision, results, extras } = metric;
    for (let index = this.read.get(metric)?.counted ?? 0; index < results.length; index++)
      if (extras.joint.has(index)) this.take(metric, index);
    this.read.set(metric, { revision, counted: results.length });
  }

  private take(metric: MetricState, index: number): void {
    if (!doesCount(judge(metric, index, this.window))) return;
    const group = unitsOf(metric, index)
      .sort((a, b) => a - b)
      .join(' ');
    const held = this.first.get(group);
    if (!held || isEarlier({ metric, index }, held)) this.first.set(group, { metric, index });
  }
}

function isEarlier(a: JointResult, b: JointResult): boolean {
  const [one, two] = [a.metric.results, b.metric.results];
  const difference = (one.at[a.index] ?? 0) - (two.at[b.index] ?? 0);
  return (difference || (one.seq[a.index] ?? 0) - (two.seq[b.index] ?? 0)) < 0;
}

function adoptedBonus(of: string, adoptions: BonusTerm['adoptions'] & object): ScoredBonus {
  const points = multiply(readDecimal(of), rational(BigInt(adoptions.length), 1n));
  return {
    points,
    term: { kind: 'bonus', bonus: 'adopted', of, points: toHundredths(points), adoptions },
  };
}

/** All bonuses of a drive by unit (by index). */
export function bonusTerms(
  state: BoardState,
  metrics: readonly MetricState[],
  bonuses: Bonuses,
  { window, members, groups }: { window: Window; members: Members; groups: JointGroups },
): Map<number, ScoredBonus[]> {
  const byUnit = new Map<number, ScoredBonus[]>();
  const give = (unit: number, bonus: ScoredBonus) => {
    // A partner without a share has no part in the bonus.
    if (bonus.points.num === 0n) return;
    const held = byUnit.get(unit);
    if (held) held.push(bonus);
    else byUnit.set(unit, [bonus]);
  };
  const takesPart = (metric: MetricState, index: number) =>
    new Set(countingParties(state, metric, index, 'best', members).map(({ unit }) => unit));
  for (const metric of metrics)
    for (const { index, unit, bonus } of recordBonuses(state, metric, window, bonuses))
      if (takesPart(metric, index).has(unit))
        give(unit, resultBonus(state, metric, { index, unit, bonus, of: bonuses[bonus] ?? '0' }));
  const { joint, adopted } = bonuses;
  if (joint !== undefined)
    for (const { metric, index } of groups.firsts())
      for (const unit of takesPart(metric, index))
        give(unit, resultBonus(state, metric, { index, unit, bonus: 'joint', of: joint }));
  if (adopted !== undefined)
    for (const [id, adoptions] of adoptionsByUnit(state, window.span)) {
      const unit = state.unitIndex.indexes.get(id);
      if (unit !== undefined && members.units.has(id))
        give(unit, adoptedBonus(adopted, [...adoptions]));
    }
  return byUnit;
}
