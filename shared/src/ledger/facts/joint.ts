import { z } from 'zod';
import { positionSchema } from './result.ts';

/** Facts about the parties of joint results. */
export const jointFacts = [
  /** A partner says it had no part in it: its share returns to the rest. */
  z.strictObject({
    type: z.literal('partner.declined'),
    result: positionSchema,
    unit: z.string(),
    reason: z.string().optional(),
  }),
] as const;
