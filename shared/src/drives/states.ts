import type { DriveState } from '../vocabulary/drive.ts';

/**
 *   draft ─▶ pledging ─▶ running ─┬─▶ review ─┬─▶ frozen ─▶ closed ─▶ finalised
 *                           ▲ │   └───────────│──▲          ▲
 *                           │ └───────────────│─────────────┤
 *                           └─────────────────┴─────────────┘
 * A review may be over before the drive is (back to `running`); what runs or is in review may be
 * frozen or closed. Nothing leaves `finalised`, and nothing that was frozen runs again.
 */
export const driveMoves: { readonly [From in DriveState]: readonly DriveState[] } = {
  draft: ['pledging'],
  pledging: ['running'],
  running: ['review', 'frozen', 'closed'],
  review: ['running', 'frozen', 'closed'],
  frozen: ['closed'],
  closed: ['finalised'],
  finalised: [],
};

export function mayMove(from: DriveState, to: DriveState): boolean {
  return driveMoves[from].includes(to);
}

/** Results come in and the plan stands: from the start until it is closed. */
export function isUnderWay(state: DriveState): boolean {
  return state === 'running' || state === 'review' || state === 'frozen';
}

/** Nothing was decided yet: everything in it may still be changed. */
export function isBeforeStart(state: DriveState): boolean {
  return state === 'draft' || state === 'pledging';
}
