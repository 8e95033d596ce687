import { z } from 'zod';
import { bonusKinds, driveBodySchema, driveStateSchema } from '../../vocabulary/drive.ts';
import { aggregateSchema, directionSchema } from '../../vocabulary/metric.ts';

export const driveSummarySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    state: driveStateSchema,
    veiled: z.boolean(),
    from: z.string(),
    to: z.string(),
  })
  .meta({ id: 'DriveSummary' });

/** The body as it was understood, where it stands, and its moments as UTC times. */
export const driveAnswerSchema = driveBodySchema
  .extend({
    id: z.string(),
    /** How often it was written; what `If-Match` of a change names. */
    version: z.int(),
    state: driveStateSchema,
    veiled: z.boolean(),
    /** Rows revealed so far, from the bottom place up. */
    revealed: z.int(),
    history: z.array(z.object({ to: driveStateSchema, at: z.string() })),
    pledges: z.record(z.string(), z.record(z.string(), z.string())),
    /** Where it may be moved from here. */
    moves: z.array(driveStateSchema),
    startsAt: z.string(),
    endsAt: z.string(),
    graceEndsAt: z.string(),
    reviewAt: z.string().optional(),
    freezesAt: z.string().optional(),
    pledgesEndAt: z.string().optional(),
  })
  .meta({ id: 'Drive' });
export type DriveAnswer = z.infer<typeof driveAnswerSchema>;

export const drivesAnswerSchema = z.object({ seq: z.int(), drives: z.array(driveSummarySchema) });

export const pledgeAnswerSchema = z.object({
  drive: z.string(),
  unit: z.string(),
  tasks: z.record(z.string(), z.string()),
});

const taskTermSchema = z.object({
  kind: z.literal('task'),
  task: z.string(),
  metric: z.string(),
  value: z.string().nullable(),
  baseline: z.string(),
  target: z.string(),
  weight: z.string(),
  fulfilment: z.string(),
  reached: z.string().nullable(),
  points: z.string(),
  place: z.int().optional(),
  pledge: z.string().optional(),
  pledgeFulfilment: z.string().nullable().optional(),
  count: z.int(),
  results: z.array(z.string()).optional(),
});

const bonusTermSchema = z.object({
  kind: z.literal('bonus'),
  bonus: z.enum(bonusKinds),
  metric: z.string().optional(),
  of: z.string(),
  share: z.string().optional(),
  points: z.string(),
  provisional: z.boolean().optional(),
  result: z.string().optional(),
  adoptions: z.array(z.object({ experience: z.string(), by: z.string() })).optional(),
});

const standingSchema = z.object({ place: z.int(), score: z.string() });

export const driveRowSchema = z
  .object({
    place: z.int(),
    unit: z.string(),
    score: z.string(),
    terms: z.array(z.discriminatedUnion('kind', [taskTermSchema, bonusTermSchema])),
    late: z.int(),
    rhythm: z.int().nullable(),
    reachedAt: z.string().nullable(),
    improvement: standingSchema.optional(),
    gap: standingSchema.optional(),
  })
  .meta({ id: 'DriveRow' });

export const progressRowSchema = z
  .object({
    place: z.int(),
    unit: z.string(),
    score: z.string(),
    terms: z.array(
      z.object({
        task: z.string(),
        metric: z.string(),
        before: z.string(),
        value: z.string(),
        goal: z.string().optional(),
        weight: z.string(),
        points: z.string(),
        /** The results that make `value`, and those that make `before`. */
        results: z.array(z.string()).optional(),
        resultsBefore: z.array(z.string()).optional(),
      }),
    ),
  })
  .meta({ id: 'DriveProgressRow' });

const uncountedSchema = z.object({
  result: z.string(),
  unit: z.string(),
  metric: z.string(),
  value: z.string(),
  achievedAt: z.string(),
  receivedAt: z.string(),
  why: z.enum(['after-grace', 'after-close']),
});

/** `rows` by level carry `late`, `rhythm` and bonuses; by improvement and gap what was before. */
export const driveRankingAnswerSchema = z.object({
  seq: z.int(),
  drive: z.string(),
  state: driveStateSchema,
  by: z.enum(['level', 'improvement', 'gap']),
  rows: z.array(z.union([driveRowSchema, progressRowSchema])),
  /** Results of the period that came in too late to count. */
  uncounted: z.array(uncountedSchema),
});

export const dryRunAnswerSchema = driveRankingAnswerSchema.extend({
  from: z.string(),
  to: z.string(),
});

export const driveTemplatesAnswerSchema = z.object({
  templates: z.array(
    z
      .object({
        id: z.string(),
        name: z.string(),
        field: z.string(),
        about: z.string(),
        days: z.int(),
        /** What each placeholder stands for; a metric of the board takes its place. */
        metrics: z.array(
          z.object({
            placeholder: z.string(),
            name: z.string(),
            unitOfMeasure: z.string(),
            direction: directionSchema,
            decimals: z.int(),
            aggregate: aggregateSchema,
          }),
        ),
        tasks: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            metric: z.string(),
            aggregate: aggregateSchema,
            weight: z.string(),
            /** The target lies this much better than what was reached before. */
            improvePercent: z.int(),
          }),
        ),
        body: driveBodySchema
          .pick({ name: true, objectives: true, graceHours: true, scoring: true })
          .extend({
            bonuses: driveBodySchema.shape.bonuses,
            tieBreaks: driveBodySchema.shape.tieBreaks,
            lastPlacesHidden: driveBodySchema.shape.lastPlacesHidden,
          }),
      })
      .meta({ id: 'DriveTemplate' }),
  ),
});
export type DriveTemplate = z.infer<typeof driveTemplatesAnswerSchema>['templates'][number];
