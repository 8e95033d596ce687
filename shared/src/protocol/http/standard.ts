import { z } from 'zod';

const followerSchema = z
  .object({ unit: z.string(), result: z.string(), achievedAt: z.string() })
  .meta({ id: 'Follower' });

const standardFields = {
  kind: z.literal('standard'),
  metric: z.string(),
  value: z.string(),
  previous: z.string().nullable(),
  lowered: z.boolean(),
  setAt: z.string(),
  result: z.string().nullable(),
  reason: z.string().nullable(),
  of: z.int(),
  reached: z.int(),
  now: z.int(),
  already: z.array(z.string()),
  first: followerSchema.nullable(),
  last: followerSchema.nullable(),
  missing: z.array(z.string()),
  proposal: z
    .object({
      value: z.string(),
      from: z.enum(['quartile', 'record']),
      result: z.string(),
      reached: z.int(),
    })
    .nullable(),
};

export const standardSchema = z.object(standardFields).meta({ id: 'Standard' });

export const standardsAnswerSchema = z.object({
  seq: z.int(),
  standards: z.array(standardSchema),
});

/** With every active unit before it, and every level it had. */
export const standardDetailSchema = z
  .object({
    ...standardFields,
    units: z.array(
      z.object({
        unit: z.string(),
        reached: z.object({ result: z.string(), achievedAt: z.string() }).nullable(),
        score: z.string().nullable(),
        result: z.string().nullable(),
        now: z.boolean(),
      }),
    ),
    /** Newest first. */
    history: z.array(
      z.object({
        value: z.string(),
        setAt: z.string(),
        lowered: z.boolean(),
        result: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'StandardDetail' });
export type StandardDetail = z.infer<typeof standardDetailSchema>;
