import { checkChangeable, type Drafted, type FactProblem } from '../board/check.ts';
import { locateResult } from '../board/apply-change.ts';
import type { BoardState } from '../board/state.ts';
import type { FactOf } from '../ledger/entry.ts';
import { holdersOf } from '../results/rows.ts';
import type { AttestationBody, ObjectionBody, SettlementBody } from '../vocabulary/verification.ts';
import { isRatified } from './recognition.ts';

const problems = (...found: FactProblem[]) => ({ kind: 'problems' as const, problems: found });

function unknownUnit(state: BoardState, unit: string): FactProblem[] {
  if (state.units.has(unit)) return [];
  return [{ kind: 'unknown-unit', path: 'unit', message: `no unit "${unit}" on this board` }];
}

/** The position of a result that is still open to witnesses and objections at `now` (ms). */
function openSeq(state: BoardState, id: string, now: number): { seq: number } | FactProblem {
  const target = checkChangeable(state, id);
  if ('problem' in target) return target.problem;
  const { verification } = state.books;
  const review = verification.reviews.get(target.seq);
  if (isRatified(verification, state.zone, review, now))
    return { kind: 'ratified', path: 'id', message: 'the result is ratified' };
  return target;
}

function partiesAt(state: BoardState, seq: number): string[] {
  const found = locateResult(state, seq);
  return found ? holdersOf(state, found.metric, found.index) : [];
}

/** Makes the fact of an attestation, or says what is wrong with it. */
export function draftAttestation(
  state: BoardState,
  id: string,
  { unit, note, evidence }: AttestationBody,
  now: number,
): Drafted<FactOf<'result.attested'>> {
  const target = openSeq(state, id, now);
  if ('kind' in target) return problems(target);
  const { seq } = target;
  const unknown = unknownUnit(state, unit);
  if (unknown.length > 0) return problems(...unknown);
  if (partiesAt(state, seq).includes(unit))
    return problems({
      kind: 'invalid',
      path: 'unit',
      message: 'a unit cannot attest a result that it is a party of',
    });
  const attested = state.books.verification.reviews.get(seq)?.attested ?? [];
  if (attested.some((one) => one.unit === unit))
    return problems({ kind: 'attested', path: 'unit', message: 'has attested it already' });
  const optional = { ...(note ? { note } : {}), ...(evidence ? { evidence } : {}) };
  return { kind: 'fact', fact: { type: 'result.attested', result: seq, unit, ...optional } };
}

/** Makes the fact of an objection, or says what is wrong with it. */
export function draftObjection(
  state: BoardState,
  id: string,
  { unit, reason, evidence }: ObjectionBody,
  now: number,
): Drafted<FactOf<'result.objected'>> {
  const target = openSeq(state, id, now);
  if ('kind' in target) return problems(target);
  const unknown = unit === undefined ? [] : unknownUnit(state, unit);
  if (unknown.length > 0) return problems(...unknown);
  const optional = { ...(unit ? { unit } : {}), ...(evidence ? { evidence } : {}) };
  const fact = { type: 'result.objected' as const, result: target.seq, reason, ...optional };
  return { kind: 'fact', fact };
}

/** Makes the fact that settles an objection, named by its number in the address. */
export function draftSettlement(
  state: BoardState,
  id: string,
  { objection: text, ...body }: SettlementBody & { objection: string },
): Drafted<FactOf<'objection.settled'>> {
  const target = checkChangeable(state, id);
  if ('problem' in target) return problems(target.problem);
  const objection = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  const review = state.books.verification.reviews.get(target.seq);
  const found = review?.objections[objection - 1];
  if (!found)
    return problems({ kind: 'unknown-objection', path: 'id', message: 'no such objection' });
  if (found.settledAt !== undefined)
    return problems({ kind: 'settled', path: 'id', message: 'the objection is settled' });
  return {
    kind: 'fact',
    fact: { type: 'objection.settled', result: target.seq, objection, ...body },
  };
}
