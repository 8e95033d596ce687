import { z } from 'zod';
import { driveSummarySchema } from './drive.ts';
import { lookAnswerSchema } from './look.ts';
import { aggregateSchema, directionSchema } from '../../vocabulary/metric.ts';

/** Since when it is not offered any more; its history stays. */
const retired = { retired: z.string().optional() };

export const sectorAnswerSchema = z
  .object({ id: z.string(), name: z.string(), ...retired })
  .meta({ id: 'Sector' });

export const unitAnswerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    sector: z.string(),
    ...retired,
    /** The unit that goes on in its place; what it achieved counts for that one. */
    mergedInto: z.string().optional(),
    /** Units that went into this one, the last one first. */
    formerly: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .readonly()
      .optional(),
  })
  .meta({ id: 'Unit' });

export const metricAnswerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    unitOfMeasure: z.string(),
    direction: directionSchema,
    decimals: z.int(),
    aggregate: aggregateSchema,
    recordsPer: z.enum(['instant', 'day']),
    breakthroughMargin: z.string().optional(),
    standstillDays: z.int().optional(),
    sectors: z.array(z.string()).optional(),
    ...retired,
    /** Results that are not annulled. */
    results: z.int(),
  })
  .meta({ id: 'Metric' });

export const boardAnswerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    visibility: z.enum(['public', 'private']),
    demo: z.boolean(),
    /** Absent while the board has no look of its own. */
    look: lookAnswerSchema.optional(),
    epoch: z.string(),
    seq: z.int(),
    sectors: z.array(sectorAnswerSchema),
    units: z.array(unitAnswerSchema),
    metrics: z.array(metricAnswerSchema),
    /** Campaigns; drafts are told at `…/drives` only, to those who write them. */
    drives: z.array(driveSummarySchema),
  })
  .meta({ id: 'Board' });
export type BoardAnswer = z.infer<typeof boardAnswerSchema>;

export const boardsAnswerSchema = z.object({ boards: z.array(boardAnswerSchema) });
