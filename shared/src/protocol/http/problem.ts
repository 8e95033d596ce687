import { z } from 'zod';

/** Every answer other than success (RFC 9457). */
export const problemSchema = z
  .object({
    /** Where the kind is explained. */
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    kind: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string(), line: z.int().optional() }))
      .optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
