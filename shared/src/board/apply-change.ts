import type { Entry, FactOf } from '../ledger/entry.ts';
import { flag, indexOfSeq, isAnnulled } from '../results/columns.ts';
import { unitsOf } from '../results/parties.ts';
import { describeResult } from '../results/rows.ts';
import type { ResultShape } from '../verification/book.ts';
import { noteStep, shapeOf } from '../verification/steps.ts';
import { toMinor } from '../vocabulary/decimal.ts';
import { readAchieved } from './achieved.ts';
import { readParties } from './apply-result.ts';
import type { Effect } from './effect.ts';
import type { HappeningBody } from './happening.ts';
import { reviseResult, type Located } from './revise.ts';
import { idAt, type BoardState } from './state.ts';

/** The result posted at `seq`, in whichever metric it is. */
export function locateResult(state: BoardState, seq: number): Located | undefined {
  for (const metric of state.metrics.values()) {
    const index = indexOfSeq(metric.results, seq);
    if (index >= 0) return { metric, index };
  }
  return undefined;
}

/** The result a fact is about, unless it is annulled or not there. */
export function locateValid(state: BoardState, seq: number): Located | undefined {
  const found = locateResult(state, seq);
  return found && !isAnnulled(found.metric.results, found.index) ? found : undefined;
}

export function applyVerification(
  state: BoardState,
  fact: FactOf<'result.verified'>,
  entry: Entry,
): Effect {
  const found = locateValid(state, fact.result);
  if (!found) return { happenings: [], unfit: 'annulled' };
  const { metric, index } = found;
  const { reason, evidence } = fact;
  if ((metric.results.flags[index] ?? 0) & flag.verified)
    return { happenings: [], unfit: 'verified' };
  metric.results.flags[index] = (metric.results.flags[index] ?? 0) | flag.verified;
  if (reason) metric.extras.reasons.set(index, reason);
  const review = noteStep(state, found, entry, {
    kind: 'verified',
    ...(reason === undefined ? {} : { reason }),
    ...(evidence === undefined ? {} : { evidence }),
  });
  const { rules } = state.books.verification;
  review.verified = { at: Date.parse(entry.at), rules, evidence: evidence ?? [] };
  metric.revision++;
  metric.recordMoves++;
  return {
    happenings: [{ kind: 'verification', ...describeResult(state, metric, index) }],
    metric: metric.metric.id,
    units: unitsOf(metric, index).map((unit) => idAt(state.unitIndex, unit)),
    recordsMoved: true,
    areas: ['verification'],
    revision: { lost: [], gained: [], records: [], ranking: [] },
  };
}

/** Takes a result out, as if it had never stood; a rejected one was not recognised. */
export function annul(
  state: BoardState,
  found: Located,
  { reason, rejected }: { reason: string; rejected: boolean },
): Effect {
  const { metric, index } = found;
  const {
    leader,
    kept: _,
    ...revised
  } = reviseResult(state, found, () => {
    metric.results.flags[index] = (metric.results.flags[index] ?? 0) | flag.annulled;
    metric.extras.reasons.set(index, reason);
    metric.valid--;
  });
  const annulment: HappeningBody = {
    kind: 'annulment',
    ...describeResult(state, metric, index),
    ...(rejected ? { rejected } : {}),
    reason,
    lost: revised.revision.lost,
  };
  return {
    happenings: [annulment, ...(leader ? [leader] : [])],
    metric: metric.metric.id,
    areas: ['cooperation', 'verification'],
    ...revised,
  };
}

export function applyAnnulment(
  state: BoardState,
  fact: FactOf<'result.annulled'>,
  entry: Entry,
): Effect {
  const found = locateValid(state, fact.result);
  if (!found) return { happenings: [], unfit: 'annulled' };
  const { reason } = fact;
  noteStep(state, found, entry, { kind: 'annulled', reason });
  return annul(state, found, { reason, rejected: false });
}

function correctCells(
  state: BoardState,
  { metric, index }: Located,
  fact: FactOf<'result.corrected'>,
): void {
  const { results, extras } = metric;
  const flags = results.flags[index] ?? 0;
  if (!extras.announced.has(index))
    extras.announced.set(index, {
      value: results.value[index] ?? 0,
      at: results.at[index] ?? 0,
      day: results.day[index] ?? 0,
      dateOnly: (flags & flag.dateOnly) !== 0,
    });
  results.flags[index] = (flags | flag.corrected) & ~flag.verified;
  if (fact.value !== undefined)
    results.value[index] = toMinor(fact.value, metric.metric.decimals) ?? 0;
  if (fact.achievedAt !== undefined) {
    const { at, day, dateOnly } = readAchieved(fact.achievedAt, state.zone);
    results.at[index] = at;
    results.day[index] = day;
    results.flags[index] = (results.flags[index] & ~flag.dateOnly) | (dateOnly ? flag.dateOnly : 0);
    metric.order.reset();
  }
  if (fact.note !== undefined) extras.notes.set(index, fact.note);
  if (fact.partners) {
    const joint = readParties(state, fact);
    if (joint) extras.joint.set(index, joint);
    else extras.joint.delete(index);
  }
  extras.reasons.set(index, fact.reason);
}

/** What was verified and attested was another result: both are asked for anew. */
function noteCorrection(
  state: BoardState,
  found: Located,
  entry: Entry,
  { reason, before }: { reason: string; before: ResultShape },
): void {
  const after = shapeOf(state, found);
  const review = noteStep(state, found, entry, { kind: 'corrected', reason, before, after });
  delete review.verified;
  review.attested = [];
}

export function applyCorrection(
  state: BoardState,
  fact: FactOf<'result.corrected'>,
  entry: Entry,
): Effect {
  const found = locateValid(state, fact.result);
  if (!found) return { happenings: [], unfit: 'annulled' };
  const { metric, index } = found;
  const { reason } = fact;
  if (fact.value !== undefined && toMinor(fact.value, metric.metric.decimals) === undefined)
    return { happenings: [], unfit: 'value' };
  const before = shapeOf(state, found);
  const { leader, kept, ...revised } = reviseResult(state, found, () =>
    correctCells(state, found, fact),
  );
  noteCorrection(state, found, entry, { reason, before });
  const correction: HappeningBody = {
    kind: 'correction',
    ...describeResult(state, metric, index),
    reason,
    before: before.value,
    lost: revised.revision.lost,
    ...(kept.length > 0 ? { kept } : {}),
  };
  return {
    happenings: [correction, ...(leader ? [leader] : [])],
    metric: metric.metric.id,
    areas: ['cooperation', 'verification'],
    ...revised,
  };
}
