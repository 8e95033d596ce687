import { z } from 'zod';

/** How many valid results have which values; bins of one width, from the lowest. */
export const distributionAnswerSchema = z.object({
  seq: z.int(),
  count: z.int(),
  min: z.string().nullable(),
  median: z.string().nullable(),
  max: z.string().nullable(),
  bins: z.array(
    z.object({ from: z.string(), to: z.string(), count: z.int() }).meta({ id: 'DistributionBin' }),
  ),
});
