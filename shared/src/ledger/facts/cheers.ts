import { z } from 'zod';
import { positionSchema } from './result.ts';

const countSchema = z.int().min(1);

/** What a node counted since it last said so: sums, and nothing of who cheered. */
export const cheersFacts = [
  z.strictObject({
    type: z.literal('cheers.counted'),
    units: z.array(z.strictObject({ unit: z.string(), count: countSchema })),
    results: z.array(z.strictObject({ result: positionSchema, count: countSchema })),
  }),
] as const;
