import { z } from 'zod';
import { replacesSchema as replaces } from './replaces.ts';
import { positionSchema } from './result.ts';

/** The level that every unit of a metric is asked to reach. */
export const standardFacts = [
  z.strictObject({
    type: z.literal('standard.raised'),
    metric: z.string(),
    /** A canonical decimal in the metric's unit of measure. */
    value: z.string(),
    /** The result that proved it possible. */
    result: positionSchema.optional(),
    reason: z.string().optional(),
    replaces,
  }),
  z.strictObject({
    type: z.literal('standard.lowered'),
    metric: z.string(),
    value: z.string(),
    result: positionSchema.optional(),
    reason: z.string(),
    replaces,
  }),
] as const;
