import { locateValid } from '../board/apply-change.ts';
import type { Appliers, Effect } from '../board/effect.ts';
import type { JointParties, MetricState } from '../board/metric-state.ts';
import { reviseResult } from '../board/revise.ts';
import { idAt, type BoardState } from '../board/state.ts';
import type { Entry, FactOf } from '../ledger/entry.ts';
import { describeResult, partnersSeenFrom } from '../results/rows.ts';
import { noteStep } from '../verification/steps.ts';
import type { Declined } from './book.ts';

/**
 * The parties without one of the partners. Weights are relative, so the others' parts of its share
 * are in proportion to their own; where nothing is left of the whole, the posting unit takes it.
 */
function withoutPartner(joint: JointParties, unit: number): JointParties | undefined {
  const partners = joint.partners.filter((partner) => partner.unit !== unit);
  if (partners.length === 0) return undefined;
  const whole = partners.reduce((sum, { weight }) => sum + weight, joint.ownWeight);
  return { ownWeight: whole === 0 ? 1 : joint.ownWeight, partners };
}

/** The part that a partner has in a joint result; `undefined` for a unit that is none. */
export function partOf(
  state: BoardState,
  { metric, index }: { metric: MetricState; index: number },
  unit: string,
): Pick<Declined, 'role' | 'share'> | undefined {
  const joint = metric.extras.joint.get(index);
  const partner = joint?.partners.find((one) => idAt(state.unitIndex, one.unit) === unit);
  const own = metric.results.unit[index] ?? 0;
  const seen = partnersSeenFrom(state, metric, index, own).find((one) => one.unit === unit);
  return partner && seen && { role: partner.role, share: seen.share };
}

function applyDecline(state: BoardState, fact: FactOf<'partner.declined'>, entry: Entry): Effect {
  const found = locateValid(state, fact.result);
  if (!found) return { happenings: [], unfit: 'annulled' };
  const { metric, index } = found;
  const { unit, reason, result } = fact;
  const { joint } = metric.extras;
  const parties = joint.get(index);
  const part = partOf(state, found, unit);
  if (!parties || !part) return { happenings: [], unfit: 'declined' };
  const said = { unit, ...part, ...(reason === undefined ? {} : { reason }) };
  const {
    leader,
    kept: _,
    ...revised
  } = reviseResult(state, found, () => {
    const rest = withoutPartner(parties, state.unitIndex.indexes.get(unit) ?? -1);
    if (rest) joint.set(index, rest);
    else joint.delete(index);
  });
  const { declined } = state.books.cooperation;
  const { at, actor } = entry;
  declined.set(result, [...(declined.get(result) ?? []), { ...said, at, actor }]);
  noteStep(state, found, entry, { kind: 'declined', ...said });
  return {
    happenings: [
      {
        kind: 'partner-declined',
        ...describeResult(state, metric, index),
        declined: unit,
        share: part.share,
        reason: reason ?? null,
        lost: revised.revision.lost,
      },
      ...(leader ? [leader] : []),
    ],
    metric: metric.metric.id,
    areas: ['cooperation', 'verification'],
    ...revised,
  };
}

/** How the facts about the parties of joint results are applied. */
export const cooperationAppliers: Appliers<'partner.declined'> = {
  'partner.declined': applyDecline,
};
