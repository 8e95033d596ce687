import type { BoardState } from '../board/state.ts';
import type { FactOf } from '../ledger/entry.ts';
import type { DriveState } from '../vocabulary/drive.ts';
import type { Drive } from './book.ts';
import { driveTimes } from './times.ts';

/** The state a drive must go to by the clock, if any. */
function dueState(state: BoardState, drive: Drive, now: number): DriveState | undefined {
  const times = driveTimes(state.zone, drive.body);
  const isPast = (at: number | undefined) => at !== undefined && now >= at;
  if (drive.state === 'pledging') return isPast(times.starts) ? 'running' : undefined;
  if (drive.state !== 'running' && drive.state !== 'review') return undefined;
  if (isPast(times.freezes)) return 'frozen';
  if (isPast(times.graceEnds)) return 'closed';
  const wasReviewed = drive.history.some(({ to }) => to === 'review');
  return !wasReviewed && isPast(times.review) ? 'review' : undefined;
}

/**
 * What the clock makes of drives. The key tells a drive from a removed one of the same id, so each
 * move is made once, however many nodes see that it is due.
 */
export function dueDriveFacts(
  state: BoardState,
  now: number,
): { key: string; fact: FactOf<'drive.moved'> }[] {
  return [...state.books.drives.values()].flatMap((drive) => {
    const to = dueState(state, drive, now);
    if (to === undefined) return [];
    const { id, created } = drive;
    const key = `due:drive:${id}:${created}:${to}`;
    return [{ key, fact: { type: 'drive.moved' as const, id, to } }];
  });
}
