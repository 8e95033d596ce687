import { z } from 'zod';
import { resultStateSchema } from '../../vocabulary/result.ts';
import { evidenceSchema } from '../../vocabulary/verification.ts';
import { happeningSchema } from './feed.ts';
import { markSchema, placeChangeSchema, scopeSchema } from './mark.ts';

/** What a posted result did; the same for every repetition with the same key. */
export const postedAnswerSchema = z
  .object({
    id: z.string(),
    seq: z.int(),
    receivedAt: z.string(),
    state: resultStateSchema,
    /** A frozen drive hides what it did, also from those who posted it. */
    hidden: z.literal(true).optional(),
    records: z.array(
      z.object({
        scope: scopeSchema,
        kind: z.enum(['broken', 'equalled']),
        breakthrough: z.boolean(),
        standing: z.boolean(),
        sector: z.string().optional(),
        unit: z.string().optional(),
        previous: markSchema.optional(),
      }),
    ),
    ranking: z.array(placeChangeSchema),
    overtakes: z.array(
      z.object({
        metric: z.string(),
        unit: z.string(),
        overtaken: z.array(z.string()),
        overtakenBy: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'PostedResult' });
export type PostedAnswer = z.infer<typeof postedAnswerSchema>;

export const resultAnswerSchema = z
  .object({
    id: z.string(),
    seq: z.int(),
    unit: z.string(),
    metric: z.string(),
    sector: z.string(),
    value: z.string(),
    achievedAt: z.string(),
    receivedAt: z.string(),
    state: resultStateSchema,
    note: z.string().optional(),
    /** Ids of the photographs that went along: `GET …/pictures/:id`. */
    pictures: z.array(z.string()).optional(),
    reason: z.string().optional(),
    partners: z.array(z.object({ unit: z.string(), role: z.string(), share: z.string() })),
    announced: z.object({ value: z.string(), achievedAt: z.string() }).optional(),
    /** Annulled because it was not recognised. */
    rejected: z.literal(true).optional(),
    /** From when it is ratified, as things stand; it may lie ahead. */
    ratifiesAt: z.string().optional(),
    attestedBy: z.array(z.string()).optional(),
    openObjections: z.int().optional(),
    evidence: z.array(evidenceSchema).optional(),
    /** Units that were named as partners and had no part in it. */
    declined: z
      .array(
        z.object({
          unit: z.string(),
          role: z.string(),
          share: z.string(),
          at: z.string(),
          reason: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Result' });

export const resultsAnswerSchema = z.object({
  seq: z.int(),
  results: z.array(resultAnswerSchema),
  next: z.string().optional(),
});

const drivePlaceSchema = z.object({ place: z.int(), score: z.string() });

/** What a verification, annulment or correction did, or with `preview` would do. */
export const changeAnswerSchema = z
  .object({
    id: z.string(),
    /** Position of the change; in a preview that of the last entry, as nothing was added. */
    seq: z.int(),
    preview: z.boolean(),
    result: resultAnswerSchema,
    lost: z.array(z.object({ scope: scopeSchema, key: z.string(), now: markSchema.nullable() })),
    gained: z.array(z.object({ scope: scopeSchema, key: z.string() })),
    /** Every line of records in which a mark came or went; '' is the key of the board's. */
    records: z.array(
      z.object({
        scope: scopeSchema,
        key: z.string(),
        gone: z.array(markSchema),
        back: z.array(markSchema),
      }),
    ),
    ranking: z.array(placeChangeSchema),
    /** Units whose place or score moved in a drive that is not final. */
    drives: z.array(
      z.object({
        drive: z.string(),
        unit: z.string(),
        before: drivePlaceSchema.nullable(),
        after: drivePlaceSchema.nullable(),
      }),
    ),
    /** Units that are a candidate for a title no more, or are one now. */
    honours: z.array(
      z.object({
        title: z.string(),
        unit: z.string(),
        drive: z.string().optional(),
        change: z.enum(['lost', 'gained']),
        /** Honours awarded to it under this title, which stand until they are withdrawn. */
        awarded: z.array(z.string()),
      }),
    ),
    happenings: z.array(happeningSchema),
  })
  .meta({ id: 'Change' });
export type ChangeAnswer = z.infer<typeof changeAnswerSchema>;
