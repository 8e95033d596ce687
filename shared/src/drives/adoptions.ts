import type { Period } from '../calendar/period.ts';
import type { BoardState } from '../board/state.ts';

/** An experience of one unit that another adopted. */
export interface Adoption {
  experience: string;
  /** Who adopted it. */
  by: string;
}

/** Adoptions in a span of days by the unit whose experience it was. */
export function adoptionsByUnit(
  _state: BoardState,
  _span: Period,
): ReadonlyMap<string, readonly Adoption[]> {
  return new Map();
}
