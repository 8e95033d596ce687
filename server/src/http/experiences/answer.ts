import {
  adoptionRow,
  experienceText,
  type BoardState,
  type Experience,
  type experienceAnswerSchema,
} from '@emulation/shared';
import type { z } from 'zod';
import { Refusal } from '../../errors/refusal.ts';

export function requireExperience({ books }: BoardState, id: string): Experience {
  const experience = books.experiences.byId.get(id);
  if (!experience) throw new Refusal('unknown-experience');
  return experience;
}

/** An experience with everybody who was offered it. */
export function experienceAnswer(
  state: BoardState,
  id: string,
): z.input<typeof experienceAnswerSchema> {
  const experience = requireExperience(state, id);
  const adoptions = [...experience.adoptions.values()];
  return {
    ...experienceText(state, experience),
    adoptions: adoptions.map((adoption) => adoptionRow(state, experience, adoption)),
  };
}
