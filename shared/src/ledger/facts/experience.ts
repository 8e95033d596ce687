import { z } from 'zod';
import { adoptionMoveSchema } from '../../vocabulary/experience.ts';
import { positionSchema } from './result.ts';

const contentFields = {
  title: z.string(),
  change: z.string(),
  needs: z.string().optional(),
  links: z.array(z.strictObject({ url: z.string(), title: z.string().optional() })).optional(),
  pictures: z
    .array(
      z.strictObject({
        id: z.string(),
        width: z.int(),
        height: z.int(),
        alt: z.string().optional(),
      }),
    )
    .optional(),
  /** Position of the result that proved it. */
  proof: positionSchema.optional(),
  basedOn: z.string().optional(),
};

/** Facts about experiences: written down, offered, and taken up by other units. */
export const experienceFacts = [
  z.strictObject({
    type: z.literal('experience.written'),
    id: z.string(),
    unit: z.string(),
    /** The sector of the unit when it wrote. */
    sector: z.string(),
    metric: z.string(),
    ...contentFields,
  }),
  z.strictObject({ type: z.literal('experience.edited'), id: z.string(), ...contentFields }),
  z.strictObject({
    type: z.literal('experience.withdrawn'),
    id: z.string(),
    reason: z.string(),
  }),
  /** A steward's offer, beside those that the board makes itself. */
  z.strictObject({
    type: z.literal('experience.offered'),
    experience: z.string(),
    unit: z.string(),
  }),
  z.strictObject({
    type: z.literal('experience.unoffered'),
    experience: z.string(),
    unit: z.string(),
  }),
  z.strictObject({
    type: z.literal('experience.moved'),
    experience: z.string(),
    unit: z.string(),
    to: adoptionMoveSchema,
    reason: z.string().optional(),
    /** A date or a UTC time with milliseconds. */
    at: z.string(),
  }),
] as const;
