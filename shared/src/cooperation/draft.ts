import { locateResult } from '../board/apply-change.ts';
import { checkChangeable, type Drafted, type FactProblem } from '../board/check.ts';
import type { BoardState } from '../board/state.ts';
import type { FactOf } from '../ledger/entry.ts';
import type { DeclineBody } from '../vocabulary/verification.ts';
import { partOf } from './apply.ts';

function partnerProblem(state: BoardState, seq: number, unit: string): FactProblem | undefined {
  const path = 'unit';
  if (!state.units.has(unit))
    return { kind: 'unknown-unit', path, message: `no unit "${unit}" on this board` };
  const found = locateResult(state, seq);
  if (found && partOf(state, found, unit)) return undefined;
  const declined = state.books.cooperation.declined.get(seq) ?? [];
  return declined.some((one) => one.unit === unit)
    ? { kind: 'declined', path, message: 'has declined already' }
    : { kind: 'unknown-partner', path, message: 'is no partner of this result' };
}

/** Makes the fact of a partner that declines, or says what is wrong with it. */
export function draftDecline(
  state: BoardState,
  id: string,
  { unit, reason }: DeclineBody,
): Drafted<FactOf<'partner.declined'>> {
  const target = checkChangeable(state, id);
  if ('problem' in target) return { kind: 'problems', problems: [target.problem] };
  const problem = partnerProblem(state, target.seq, unit);
  if (problem) return { kind: 'problems', problems: [problem] };
  const said = reason === undefined ? {} : { reason };
  return { kind: 'fact', fact: { type: 'partner.declined', result: target.seq, unit, ...said } };
}
