import { z } from 'zod';
import { isCalendarDate } from '../calendar/date.ts';
import { decimalSchema } from './decimal-schema.ts';
import { aggregateSchema } from './metric.ts';
import { nameSchema, slugSchema } from './slug.ts';

export const driveStates = [
  'draft',
  'pledging',
  'running',
  'review',
  'frozen',
  'closed',
  'finalised',
] as const;
export const driveStateSchema = z.enum(driveStates);
export type DriveState = z.infer<typeof driveStateSchema>;

const dateSchema = z
  .string()
  .refine(isCalendarDate, { error: 'must be a date such as 2026-06-30 that exists' });

/** An ISO time with an offset, to UTC with milliseconds. */
const timeSchema = z.iso
  .datetime({ offset: true, error: 'must be an ISO time with an offset (2026-06-30T14:05:00Z)' })
  .transform((text) => new Date(text).toISOString());

const pointsSchema = decimalSchema.refine((points) => !points.startsWith('-'), {
  error: 'must not be below 0',
});

/** A task: a value of a metric that leads from its baseline to its target. */
export const driveTaskSchema = z.strictObject({
  id: slugSchema,
  name: nameSchema.optional(),
  metric: slugSchema,
  /** The metric's own when absent. */
  aggregate: aggregateSchema.optional(),
  baseline: decimalSchema,
  target: decimalSchema,
  weight: decimalSchema.default('1'),
});
export type DriveTask = z.infer<typeof driveTaskSchema>;

export const driveScoringSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fulfilment'),
    /** More than this share of the plan earns nothing more. */
    capPercent: z.int().min(100).max(1000).default(150),
  }),
  z.strictObject({
    kind: z.literal('placing'),
    /** `points[0]` for the first place of a task, and so on; none beyond the last. */
    points: z.array(pointsSchema).min(1).max(200),
  }),
]);
export type DriveScoring = z.infer<typeof driveScoringSchema>;

export const bonusKinds = [
  'boardRecord',
  'sectorRecord',
  'unitRecord',
  'breakthrough',
  'joint',
  'adopted',
] as const;
export type BonusKind = (typeof bonusKinds)[number];

const bonusesSchema = z.strictObject({
  boardRecord: pointsSchema.optional(),
  sectorRecord: pointsSchema.optional(),
  unitRecord: pointsSchema.optional(),
  breakthrough: pointsSchema.optional(),
  joint: pointsSchema.optional(),
  adopted: pointsSchema.optional(),
});

/** Who takes part: the named units and those of the named sectors, without the excepted ones. */
const eligibleSchema = z.strictObject({
  sectors: z.array(slugSchema).max(1000).optional(),
  units: z.array(slugSchema).max(10_000).optional(),
  except: z.array(slugSchema).max(10_000).optional(),
});

/** Body of `PUT …/drives/:id`. Dates are days of the board's zone, inclusive. */
export const driveBodySchema = z.strictObject({
  name: nameSchema,
  objectives: z.string().max(4000).optional(),
  from: dateSchema,
  to: dateSchema,
  pledgesUntil: dateSchema.optional(),
  reviewOn: dateSchema.optional(),
  freezeAt: timeSchema.optional(),
  /** How long after the end a result of the period may still come in. */
  graceHours: z.int().min(0).max(720).default(24),
  /** Everyone when absent. */
  eligible: eligibleSchema.optional(),
  tasks: z.array(driveTaskSchema).min(1, { error: 'at least one task' }).max(20),
  scoring: driveScoringSchema,
  bonuses: bonusesSchema.optional(),
  /** As in rankings: `countback:<metric>`, `earliest`. */
  tieBreaks: z.array(z.string().max(100)).max(10).optional(),
  /** How many of the last places walls do not show. */
  lastPlacesHidden: z.int().min(0).max(10_000).optional(),
});
export type DriveBody = z.infer<typeof driveBodySchema>;

/** Body of `PUT …/pledges/:unit`: values by task; none at all takes the pledge back. */
export const pledgeBodySchema = z.strictObject({ tasks: z.record(slugSchema, decimalSchema) });
export type PledgeBody = z.infer<typeof pledgeBodySchema>;

/** Body of `POST …/state`. */
export const driveMoveSchema = z.strictObject({
  to: driveStateSchema,
  reason: z.string().trim().max(2000).optional(),
});
export type DriveMove = z.infer<typeof driveMoveSchema>;
