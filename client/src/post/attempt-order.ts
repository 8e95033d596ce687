import { isUnsent, type Attempt } from './attempt.ts';

/** An owner's unsent attempts in the order in which they were typed. */
function lineOf(attempts: readonly Attempt[], owner: string | null): Attempt[] {
  return attempts
    .filter((one) => one.owner === owner && isUnsent(one))
    .sort((a, b) => a.typedAt - b.typedAt);
}

/**
 * What is to be sent next: the first of the line, if it is due. One that is held or waits for its
 * time keeps the others waiting. One that is `sending` was left by a tab that is gone, for whoever
 * asks holds the lock: it is sent again.
 */
export function firstDue(
  attempts: readonly Attempt[],
  owner: string | null,
  now: number,
): Attempt | undefined {
  const [first] = lineOf(attempts, owner);
  if (!first || first.state.name === 'held') return undefined;
  return first.state.name === 'waiting' && first.state.until > now ? undefined : first;
}

/** When the line has to be looked at next; null: not before something happens. */
export function nextLook(attempts: readonly Attempt[], owner: string | null): number | null {
  const [first] = lineOf(attempts, owner);
  return first?.state.name === 'waiting' ? first.state.until : null;
}

/** How many stand before it in its owner's line. */
export function placeInLine(attempts: readonly Attempt[], attempt: Attempt): number {
  return lineOf(attempts, attempt.owner).findIndex((one) => one.key === attempt.key);
}

/** Whoever is known on this device sees their own, and what nobody signed for. */
export function seenBy(attempts: readonly Attempt[], owner: string | null): Attempt[] {
  return attempts
    .filter((one) => one.owner === null || one.owner === owner)
    .sort((a, b) => b.typedAt - a.typedAt);
}

/** Finished attempts beyond the newest `kept` of each owner; what is unfinished never goes. */
export function surplus(attempts: readonly Attempt[], kept: number): Attempt[] {
  const counts = new Map<string | null, number>();
  return [...attempts]
    .sort((a, b) => b.typedAt - a.typedAt)
    .filter((one) => {
      if (one.state.name !== 'answered') return false;
      const count = (counts.get(one.owner) ?? 0) + 1;
      counts.set(one.owner, count);
      return count > kept;
    });
}
