import { z } from 'zod';

/** The rows of topic `cheers`. */
export const cheersAnswerSchema = z.object({
  seq: z.int(),
  rows: z.array(
    z
      .object({ kind: z.enum(['unit', 'result']), id: z.string(), count: z.int() })
      .meta({ id: 'Cheers' }),
  ),
});
