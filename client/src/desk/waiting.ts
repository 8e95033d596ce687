import type { DisplaysRow, PulseRow, VerificationRow } from '@emulation/shared';
import { useTopic } from '../store/board-store.ts';
import { sortWalls } from '../walls/wall-rows.ts';

/** What waits for a steward, as it changes. */
export interface Waiting {
  verification: number;
  objections: number;
  standstill: number;
  wallsOffline: number;
  walls: number;
}

export function useWaiting(board: string): Waiting {
  const cases = useTopic<VerificationRow>(board, 'verification').rows;
  const pulse = useTopic<PulseRow>(board, 'pulse').rows.get('board');
  const displays = useTopic<DisplaysRow>(board, 'displays').rows;
  const summary = cases.get('summary');
  const { walls } = sortWalls(displays.values());
  return {
    verification: summary?.kind === 'summary' ? summary.waiting : 0,
    objections: [...cases.values()].reduce(
      (sum, row) => sum + (row.kind === 'case' ? row.objections.length : 0),
      0,
    ),
    standstill: pulse?.kind === 'board' ? pulse.standstill.units : 0,
    walls: walls.length,
    // A wall that nobody has named may have been a visitor's browser.
    wallsOffline: walls.filter(({ name, status }) => name !== null && !status?.online).length,
  };
}
