import type { BoardState } from '../board/state.ts';
import type { Drive } from '../drives/book.ts';
import type { DriveStandings } from '../drives/row.ts';

/**
 * What everybody sees of a closed drive that is being revealed: the rows revealed so far, and
 * nothing else. `undefined` where the standings are computed as ever.
 */
export function shownStandings(
  { isVeiled }: Pick<BoardState, 'isVeiled'>,
  drive: Pick<Drive, 'state' | 'veiled' | 'shown'>,
): DriveStandings | undefined {
  if (!isVeiled || drive.state !== 'closed') return undefined;
  const rows = drive.shown ?? (drive.veiled ? [] : undefined);
  return rows && { rows, improvement: [], gap: [], uncounted: [] };
}
