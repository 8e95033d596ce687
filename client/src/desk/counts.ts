import { useCallback } from 'react';
import { listImports } from '../api/imports.ts';
import { listInvitations, listPeople } from '../api/people.ts';
import { useAsked } from '../ui/use-asked.ts';

/** What is counted by asking, as no topic tells it; `undefined` until the server has said. */
export interface Counts {
  people: number | undefined;
  /** Links that somebody may still come in by. */
  invitations: number;
  imports: number | undefined;
}

export function useCounts(board: string): Counts {
  const ask = useCallback(
    (signal: AbortSignal) =>
      Promise.all([
        listPeople(board, signal),
        listInvitations(board, signal),
        listImports(board, undefined, signal),
      ]),
    [board],
  );
  const [asked] = useAsked(ask);
  if (asked.kind !== 'answered') return { people: undefined, invitations: 0, imports: undefined };
  const [{ people }, { invitations }, { imports }] = asked.value;
  return {
    people: people.length,
    invitations: invitations.filter(({ state }) => state === 'open').length,
    imports: imports.length,
  };
}
