import { z } from 'zod';

export const embeddingAnswerSchema = z
  .object({ origins: z.array(z.string()) })
  .meta({ id: 'Embedding' });
export type EmbeddingAnswer = z.infer<typeof embeddingAnswerSchema>;
