import { annul, locateValid } from '../board/apply-change.ts';
import type { Appliers, Effect } from '../board/effect.ts';
import type { HappeningBody } from '../board/happening.ts';
import type { Located } from '../board/revise.ts';
import { idAt, type BoardState } from '../board/state.ts';
import type { Entry, FactOf } from '../ledger/entry.ts';
import { unitsOf } from '../results/parties.ts';
import { describeResult } from '../results/rows.ts';
import { isRatified } from './recognition.ts';
import { noteStep, seqOf } from './steps.ts';

const unfit = (kind: string): Effect => ({ happenings: [], unfit: kind });

/** What a step of recognition changes: how the result reads, not what it counts. */
function reread(state: BoardState, { metric, index }: Located, happening: HappeningBody): Effect {
  metric.revision++;
  return {
    happenings: [happening],
    metric: metric.metric.id,
    units: unitsOf(metric, index).map((unit) => idAt(state.unitIndex, unit)),
    areas: ['verification'],
  };
}

function isSettled(state: BoardState, found: Located, entry: Entry): boolean {
  const { verification } = state.books;
  const review = verification.reviews.get(seqOf(found));
  return isRatified(verification, state.zone, review, Date.parse(entry.at));
}

function applyAttestation(
  state: BoardState,
  fact: FactOf<'result.attested'>,
  entry: Entry,
): Effect {
  const found = locateValid(state, fact.result);
  if (!found) return unfit('annulled');
  const { type: _, result, ...step } = fact;
  const reviewed = state.books.verification.reviews.get(result);
  if (reviewed?.attested.some(({ unit }) => unit === fact.unit)) return unfit('attested');
  if (isSettled(state, found, entry)) return unfit('ratified');
  const review = noteStep(state, found, entry, { kind: 'attested', ...step });
  review.attested.push({ unit: fact.unit, at: Date.parse(entry.at) });
  const description = describeResult(state, found.metric, found.index);
  return reread(state, found, { kind: 'attestation', ...description, witness: fact.unit });
}

function applyObjection(state: BoardState, fact: FactOf<'result.objected'>, entry: Entry): Effect {
  const found = locateValid(state, fact.result);
  if (!found) return unfit('annulled');
  if (isSettled(state, found, entry)) return unfit('ratified');
  const { type: _, result, ...step } = fact;
  const objection = (state.books.verification.reviews.get(result)?.objections.length ?? 0) + 1;
  const review = noteStep(state, found, entry, { kind: 'objected', objection, ...step });
  const { unit, reason } = fact;
  review.objections.push({ reason, at: Date.parse(entry.at), ...(unit ? { unit } : {}) });
  return reread(state, found, {
    kind: 'objection',
    ...describeResult(state, found.metric, found.index),
    objection,
    by: unit ?? null,
    reason,
  });
}

function applySettlement(
  state: BoardState,
  fact: FactOf<'objection.settled'>,
  entry: Entry,
): Effect {
  const found = locateValid(state, fact.result);
  if (!found) return unfit('annulled');
  const { objection: number, decision, reason } = fact;
  const objection = state.books.verification.reviews.get(fact.result)?.objections[number - 1];
  if (!objection) return unfit('unknown-objection');
  if (objection.settledAt !== undefined) return unfit('settled');
  objection.settledAt = Date.parse(entry.at);
  const step = { kind: 'settled', objection: number, decision, reason } as const;
  const review = noteStep(state, found, entry, step);
  if (decision === 'upheld') {
    review.rejected = true;
    return annul(state, found, { reason, rejected: true });
  }
  return reread(state, found, {
    kind: 'objection-dismissed',
    ...describeResult(state, found.metric, found.index),
    objection: number,
    by: objection.unit ?? null,
    reason,
  });
}

function applyRejection(state: BoardState, fact: FactOf<'result.rejected'>, entry: Entry): Effect {
  const found = locateValid(state, fact.result);
  if (!found) return unfit('annulled');
  const { reason } = fact;
  noteStep(state, found, entry, { kind: 'rejected', reason }).rejected = true;
  return annul(state, found, { reason, rejected: true });
}

/** How the facts of recognition are applied. */
export const verificationAppliers: Appliers<
  | 'verification.ruled'
  | 'result.attested'
  | 'result.objected'
  | 'objection.settled'
  | 'result.rejected'
> = {
  'verification.ruled': (state, { type: _, ...rules }) => {
    state.books.verification.rules = rules;
    return { happenings: [], areas: ['verification'] };
  },
  'result.attested': applyAttestation,
  'result.objected': applyObjection,
  'objection.settled': applySettlement,
  'result.rejected': applyRejection,
};
