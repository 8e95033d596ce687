import { z } from 'zod';

const originForm = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9]\d{0,4})?$/;

/** An origin as browsers say it; also safe to stand in a header. */
const originSchema = z
  .string()
  .max(200)
  .transform((text) => text.toLowerCase())
  .refine((text) => originForm.test(text), {
    error: 'must be an origin such as https://intranet.example',
  });

/** Body of `PUT …/embedding`: whose pages may frame the board. */
export const embeddingBodySchema = z.strictObject({
  origins: z
    .array(originSchema)
    .max(50, { error: 'at most 50 origins' })
    .transform((origins) => [...new Set(origins)].sort()),
});
export type Embedding = z.output<typeof embeddingBodySchema>;

/** Nobody's, until a steward says otherwise. */
export function createEmbedding(): Embedding {
  return { origins: [] };
}
