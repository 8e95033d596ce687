import { z } from 'zod';
import { decimalSchema } from './decimal-schema.ts';
import { reasonSchema } from './result.ts';

/** Body of `PUT …/metrics/:id/standard`. */
export const standardBodySchema = z.strictObject({
  value: decimalSchema,
  /** Id of the result that proved the level possible. */
  result: z.string().max(64).optional(),
  reason: reasonSchema.optional(),
});
export type StandardBody = z.infer<typeof standardBodySchema>;
