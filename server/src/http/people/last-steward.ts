import type { BoardState } from '@emulation/shared';
import { Refusal } from '../../errors/refusal.ts';
import type { Actor } from '../../identity/actor.ts';

/** Whether nobody else looks after the board. */
export function isLastSteward({ books }: BoardState, person: string): boolean {
  const { people } = books.members;
  if (people.get(person)?.role !== 'steward') return false;
  return [...people].every(([id, { role }]) => id === person || role !== 'steward');
}

/** A board does not lose its last steward by a slip: with the steward token alone. */
export function requireSteward(state: BoardState, person: string, by: Actor): void {
  if (by.kind === 'steward' || !isLastSteward(state, person)) return;
  const name = state.info?.name ?? state.board;
  throw new Refusal('last-steward', {
    detail: `Nobody would be left to look after "${name}": make somebody else a steward first.`,
  });
}
