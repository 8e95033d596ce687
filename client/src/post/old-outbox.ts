import { signedInAs } from '../store/session-acts.ts';
import { currentOwner } from '../store/session.ts';
import { keepAttempt } from './attempt-store.ts';
import type { Attempt } from './attempt.ts';
import { recall, remember } from './device-memory.ts';

/** What an earlier version kept in the page's storage: no board, no owner, newest first. */
type OldAttempt = Omit<Attempt, 'board' | 'owner'>;

const name = 'outbox';

function isOldAttempts(value: unknown): value is OldAttempt[] {
  const isOne = (one: unknown) =>
    typeof one === 'object' && one !== null && 'key' in one && 'body' in one && 'state' in one;
  return Array.isArray(value) && value.every(isOne);
}

/** Moves them to where attempts are kept now; only what is kept there leaves the old place. */
export async function takeOverOldOutbox(board: string): Promise<void> {
  const old = recall(board, name, isOldAttempts) ?? [];
  if (old.length === 0) return;
  const owner = await signedInAs().catch(() => currentOwner());
  const left: OldAttempt[] = [];
  for (const attempt of old) {
    const keeping = await keepAttempt({ ...attempt, board, owner });
    if (keeping !== 'kept') left.push(attempt);
  }
  remember(board, name, left);
}
