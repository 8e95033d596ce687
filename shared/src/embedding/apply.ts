import type { Appliers } from '../board/effect.ts';

export const embeddingAppliers: Appliers<'embedding.put'> = {
  'embedding.put': (state, { origins }) => {
    state.books.embedding = { origins };
    return { happenings: [] };
  },
};
