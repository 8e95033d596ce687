import { z } from 'zod';

/** Whose pages may frame the board. */
export const embeddingFacts = [
  z.strictObject({ type: z.literal('embedding.put'), origins: z.array(z.string()) }),
] as const;
