import { z } from 'zod';
import { nameSchema } from './slug.ts';

/** Tells one presenter's page from another's, through reloads. */
const presenterSchema = z
  .string()
  .regex(/^[\w-]{8,64}$/, { error: 'must be 8 to 64 of A-Z a-z 0-9 _ -' });

/** Body of `POST …/drives/:id/stage`. */
export const stageBodySchema = z.strictObject({
  presenter: presenterSchema,
  /** Shown to the other stewards. */
  name: nameSchema,
  /** Whoever presents now leaves the stage. */
  takeOver: z.boolean().default(false),
});
export type StageBody = z.infer<typeof stageBodySchema>;

/** Body of `POST …/drives/:id/reveal`: how many rows are revealed after this step. */
export const revealBodySchema = z.strictObject({
  presenter: presenterSchema,
  count: z.int().min(1),
});
export type RevealBody = z.infer<typeof revealBodySchema>;
