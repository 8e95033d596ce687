import type { Appliers } from '../board/effect.ts';

export const lookAppliers: Appliers<'look.put'> = {
  'look.put': (state, { type: _, ...look }) => {
    state.books.look = look;
    return { happenings: [], vocabulary: true };
  },
};
