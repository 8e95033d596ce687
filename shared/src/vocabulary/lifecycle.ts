import { z } from 'zod';
import { slugSchema } from './slug.ts';

/** Parts of the vocabulary that can be retired: their history stays. */
export const retirable = ['sector', 'unit', 'metric'] as const;
export type Retirable = (typeof retirable)[number];

const reasonSchema = z.string().trim().min(1).max(500);

export const retirementBodySchema = z.strictObject({ reason: reasonSchema.optional() });
export type RetirementBody = z.infer<typeof retirementBodySchema>;

export const mergerBodySchema = z.strictObject({
  /** The unit that goes on. */
  into: slugSchema,
  reason: reasonSchema.optional(),
});
export type MergerBody = z.infer<typeof mergerBodySchema>;

export const undoBodySchema = z.strictObject({ reason: reasonSchema });
export type UndoBody = z.infer<typeof undoBodySchema>;

/** What was said of something that is not offered any more. */
export interface Retired {
  /** When, ISO UTC. */
  retired?: string;
}

/** What was said of a unit that went into another, and of the one that goes on. */
export interface Merged {
  mergedInto?: string;
  /** Units that went into this one, the last one first. */
  formerly?: readonly { id: string; name: string }[];
}
