import { z } from 'zod';
import { partnerRoleSchema } from '../../vocabulary/result.ts';
import { evidenceSchema } from '../../vocabulary/verification.ts';

/** A partner's part of a joint result; the whole is the sum of all weights and `ownWeight`. */
const partnerShareSchema = z.strictObject({
  unit: z.string(),
  role: partnerRoleSchema,
  weight: z.int().min(0),
});
export type PartnerShare = z.infer<typeof partnerShareSchema>;

/** Position in the ledger; a result is referred to by the one it was posted at. */
export const positionSchema = z.int().min(1);

/** Facts about results: posted one by one or imported, and judged. */
export const resultFacts = [
  z.strictObject({
    type: z.literal('result.posted'),
    unit: z.string(),
    metric: z.string(),
    /** A canonical decimal, as posted; the fold rounds it to the metric's decimals. */
    value: z.string(),
    /** A date or a UTC time with milliseconds. */
    achievedAt: z.string(),
    /** The sector it was achieved in. */
    sector: z.string(),
    note: z.string().optional(),
    partners: z.array(partnerShareSchema).optional(),
    /** The posting unit's part; with partners only. */
    ownWeight: z.int().min(0).optional(),
    /** Ids of the photographs that went along. */
    pictures: z.array(z.string()).optional(),
    /** Part of a long import: counted, not announced one by one. */
    quiet: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('result.verified'),
    result: positionSchema,
    reason: z.string().optional(),
    evidence: z.array(evidenceSchema).optional(),
  }),
  z.strictObject({
    type: z.literal('result.annulled'),
    result: positionSchema,
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('result.corrected'),
    result: positionSchema,
    value: z.string().optional(),
    achievedAt: z.string().optional(),
    note: z.string().optional(),
    partners: z.array(partnerShareSchema).optional(),
    ownWeight: z.int().min(0).optional(),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('import.closed'),
    sectors: z.int(),
    units: z.int(),
    metrics: z.int(),
    results: z.int(),
    duplicates: z.int(),
    /** False where its results are announced one by one: then nothing is said of it as a whole. */
    quiet: z.boolean().optional(),
  }),
] as const;
