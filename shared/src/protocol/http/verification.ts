import { z } from 'zod';
import { evidenceSchema, verificationRulesSchema } from '../../vocabulary/verification.ts';
import { markSchema, scopeSchema } from './mark.ts';
import { resultAnswerSchema } from './result.ts';

export const missingSchema = z.enum(['verification', 'attestation', 'settlement', 'window']);

/** A line of records in which a result is a mark; '' is the key of the board's. */
const heldLineSchema = z
  .object({
    scope: scopeSchema,
    key: z.string(),
    how: z.enum(['broken', 'equalled']),
    breakthrough: z.boolean(),
    standing: z.boolean(),
    previous: markSchema.nullable(),
  })
  .meta({ id: 'HeldLine' });

const caseSchema = z
  .object({
    result: resultAnswerSchema,
    lines: z.array(heldLineSchema),
    breakthrough: z.boolean(),
    missing: z.array(missingSchema),
    since: z.string(),
    windowEndsAt: z.string().optional(),
    objections: z.array(
      z.object({
        objection: z.int(),
        by: z.string().nullable(),
        reason: z.string(),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'VerificationCase' });

/** The most urgent first: breakthroughs, then what somebody objects to, then what waits longest. */
export const verificationAnswerSchema = z.object({
  seq: z.int(),
  rules: verificationRulesSchema,
  waiting: z.int(),
  breakthroughs: z.int(),
  cases: z.array(caseSchema),
});

const shapeSchema = z.object({
  value: z.string(),
  achievedAt: z.string(),
  partners: z.array(z.object({ unit: z.string(), role: z.string(), share: z.string() })),
});

const step = { at: z.string(), actor: z.string().optional() };
const words = {
  reason: z.string().optional(),
  evidence: z.array(evidenceSchema).optional(),
};

/** One step in the life of a result; `actor` is the kind of person. */
const eventSchema = z
  .discriminatedUnion('kind', [
    z.object({
      ...step,
      kind: z.literal('posted'),
      unit: z.string(),
      value: z.string(),
      achievedAt: z.string(),
    }),
    z.object({
      ...step,
      kind: z.literal('attested'),
      unit: z.string(),
      note: z.string().optional(),
      evidence: words.evidence,
    }),
    z.object({ ...step, ...words, kind: z.literal('verified') }),
    z.object({
      ...step,
      ...words,
      kind: z.literal('objected'),
      objection: z.int(),
      unit: z.string().optional(),
    }),
    z.object({
      ...step,
      kind: z.literal('settled'),
      objection: z.int(),
      decision: z.enum(['dismissed', 'upheld']),
      reason: z.string(),
    }),
    z.object({
      ...step,
      kind: z.literal('corrected'),
      reason: z.string(),
      before: shapeSchema,
      after: shapeSchema,
    }),
    z.object({
      ...step,
      kind: z.literal('declined'),
      unit: z.string(),
      role: z.string(),
      share: z.string(),
      reason: z.string().optional(),
    }),
    z.object({ ...step, kind: z.literal('annulled'), reason: z.string() }),
    z.object({ ...step, kind: z.literal('rejected'), reason: z.string() }),
  ])
  .meta({ id: 'ResultEvent' });

export const historyAnswerSchema = z.object({
  seq: z.int(),
  result: resultAnswerSchema,
  lines: z.array(heldLineSchema),
  missing: z.array(missingSchema),
  windowEndsAt: z.string().optional(),
  events: z.array(eventSchema),
});
