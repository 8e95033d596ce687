import type { BoardState } from '../board/state.ts';
import type { Period } from '../calendar/period.ts';

/** An experience of one unit that another adopted. */
export interface AdoptedExperience {
  experience: string;
  /** Who adopted it. */
  by: string;
}

/** Adoptions in a span of days that still stand, by the unit whose experience it was. */
export function adoptionsByUnit(
  { books }: BoardState,
  { from, to }: Period,
): ReadonlyMap<string, readonly AdoptedExperience[]> {
  const byUnit = new Map<string, AdoptedExperience[]>();
  for (const experience of books.experiences.byId.values())
    for (const { unit: by, adopted } of experience.adoptions.values()) {
      if (!adopted || adopted.day < from || adopted.day > to) continue;
      const adoption = { experience: experience.id, by };
      const held = byUnit.get(experience.unit);
      if (held) held.push(adoption);
      else byUnit.set(experience.unit, [adoption]);
    }
  return byUnit;
}
