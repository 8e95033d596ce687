import type { ResultRow } from '@emulation/shared';

/** How a result stands with people, `now` in ms since the epoch. */
export type ResultStanding = 'provisional' | 'verified' | 'ratified' | 'annulled' | 'rejected';

export function standingOf(
  { state, rejected, ratifiesAt }: Pick<ResultRow, 'state' | 'rejected' | 'ratifiesAt'>,
  now: number,
): ResultStanding {
  if (state === 'annulled') return rejected ? 'rejected' : 'annulled';
  if (ratifiesAt !== undefined && Date.parse(ratifiesAt) <= now) return 'ratified';
  return state;
}
