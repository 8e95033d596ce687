import { z } from 'zod';
import { evidenceSchema, verificationRulesSchema } from '../../vocabulary/verification.ts';
import { positionSchema } from './result.ts';
import { replacesSchema as replaces } from './replaces.ts';

/** Facts about the recognition of results, beside `result.verified` and `result.annulled`. */
export const verificationFacts = [
  verificationRulesSchema.extend({ type: z.literal('verification.ruled'), replaces }),
  /** A unit that is no party of it saw the result. */
  z.strictObject({
    type: z.literal('result.attested'),
    result: positionSchema,
    unit: z.string(),
    note: z.string().optional(),
    evidence: z.array(evidenceSchema).optional(),
  }),
  z.strictObject({
    type: z.literal('result.objected'),
    result: positionSchema,
    /** Who objects; absent where the steward does. */
    unit: z.string().optional(),
    reason: z.string(),
    evidence: z.array(evidenceSchema).optional(),
  }),
  /** `objection` counts from 1 those of one result. Upheld, the result is rejected. */
  z.strictObject({
    type: z.literal('objection.settled'),
    result: positionSchema,
    objection: z.int().min(1),
    decision: z.enum(['dismissed', 'upheld']),
    reason: z.string(),
  }),
  /** Not recognised: annulled, with a public reason, and shown as rejected. */
  z.strictObject({
    type: z.literal('result.rejected'),
    result: positionSchema,
    reason: z.string(),
  }),
] as const;
