import { z } from 'zod';
import { replacesSchema as replaces } from './replaces.ts';

/** Whose pages may frame the board. */
export const embeddingFacts = [
  z.strictObject({ type: z.literal('embedding.put'), origins: z.array(z.string()), replaces }),
] as const;
