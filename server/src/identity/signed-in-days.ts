import { defaultSignedInDays, type BoardState } from '@emulation/shared';

/** The strictest of a person's boards decides, as one session is for all of them. */
export function signedInDaysOf(person: string, boards: readonly { state: BoardState }[]): number {
  const days = boards.flatMap(({ state: { books } }) =>
    books.members.people.has(person) ? [books.members.signedInDays] : [],
  );
  return days.length === 0 ? defaultSignedInDays : Math.min(...days);
}
