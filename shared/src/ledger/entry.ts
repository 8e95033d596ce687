import { z } from 'zod';
import { boardBodySchema } from '../vocabulary/board.ts';
import { metricBodySchema } from '../vocabulary/metric.ts';
import { partnerRoleSchema } from '../vocabulary/result.ts';

/** A partner's part of a joint result; the whole is the sum of all weights and `ownWeight`. */
const partnerShareSchema = z.strictObject({
  unit: z.string(),
  role: partnerRoleSchema,
  weight: z.int().min(0),
});
export type PartnerShare = z.infer<typeof partnerShareSchema>;

const position = z.int().min(1);

/** The facts a ledger holds. A result is referred to by its position in the ledger. */
export const factSchema = z.discriminatedUnion('type', [
  boardBodySchema
    .omit({ id: true })
    .extend({ type: z.literal('board.opened'), demo: z.boolean().optional() }),
  z.strictObject({ type: z.literal('sector.put'), id: z.string(), name: z.string() }),
  z.strictObject({
    type: z.literal('unit.put'),
    id: z.string(),
    name: z.string(),
    sector: z.string(),
  }),
  metricBodySchema.extend({ type: z.literal('metric.put'), id: z.string() }),
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
    /** Part of a long import: counted, not announced one by one. */
    quiet: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('result.verified'),
    result: position,
    reason: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('result.annulled'), result: position, reason: z.string() }),
  z.strictObject({
    type: z.literal('result.corrected'),
    result: position,
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
  }),
]);
export type Fact = z.infer<typeof factSchema>;
export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;

/** One committed fact at its position. `at` is when the server received it, ISO UTC. */
export const entrySchema = z.strictObject({
  board: z.string(),
  epoch: z.string(),
  seq: position,
  at: z.string(),
  /** Who: `steward:token`, `steward:session`, `system:demo`, … */
  actor: z.string(),
  fact: factSchema,
});
export type Entry = z.infer<typeof entrySchema>;
