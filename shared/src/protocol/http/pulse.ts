import { z } from 'zod';
import { pulsePeriodSchema } from '../../vocabulary/calendar.ts';
import { standardSchema } from './standard.ts';

const onPlan = { on: z.int(), of: z.int() };
const onPlanSchema = z.object(onPlan);
const countSchema = z.int().nullable();
const textSchema = z.string().nullable();
const streak = { workdays: z.int(), periods: z.int() };
const planStateSchema = z.enum(['on', 'behind', 'silent', 'waiting']);

const boardSchema = z
  .object({
    kind: z.literal('board'),
    results: z.int(),
    lastResultAt: textSchema,
    lastRecordAt: textSchema,
    daysSinceRecord: countSchema,
    period: z.object({
      name: pulsePeriodSchema,
      from: z.string(),
      to: z.string(),
      workdays: z.int(),
      done: z.int(),
    }),
    units: z.object({ ...onPlan, waiting: z.int(), without: z.int() }),
    plans: onPlanSchema,
    fulfilment: textSchema,
    standstill: z.object({ units: z.int(), metrics: z.int() }),
    streak: z.object({ unit: z.string(), metric: z.string(), ...streak }).nullable(),
  })
  .meta({ id: 'PulseBoard' });

const metricSchema = z
  .object({
    kind: z.literal('metric'),
    metric: z.string(),
    results: z.int(),
    lastResultAt: textSchema,
    lastRecordAt: textSchema,
    plans: onPlanSchema,
    fulfilment: textSchema,
    advanced: z.object({ on: z.string(), unit: z.string(), result: z.string() }).nullable(),
    standstill: countSchema,
  })
  .meta({ id: 'PulseMetric' });

const sectorSchema = z
  .object({
    kind: z.literal('sector'),
    sector: z.string(),
    units: onPlanSchema,
    plans: onPlanSchema,
    fulfilment: textSchema,
    behind: z.boolean(),
    help: z.array(
      z.object({
        sector: z.string(),
        units: z.array(z.string()),
        results: z.int(),
        result: z.string(),
      }),
    ),
  })
  .meta({ id: 'PulseSector' });

const unitSchema = z
  .object({
    kind: z.literal('unit'),
    unit: z.string(),
    state: z.enum([...planStateSchema.options, 'none']),
    plans: onPlanSchema,
    fulfilment: textSchema,
    behind: z.array(z.string()),
    streak: z.object({ metric: z.string(), ...streak }).nullable(),
  })
  .meta({ id: 'PulseUnit' });

const standstillSchema = z
  .object({
    kind: z.literal('standstill'),
    metric: z.string(),
    unit: z.string(),
    since: z.string(),
    score: z.string(),
    result: z.string(),
    days: z.int(),
    allowed: z.int(),
    comparable: z
      .object({
        unit: z.string(),
        before: z.string(),
        now: z.string(),
        result: z.string(),
        experience: z.string().optional(),
      })
      .nullable(),
  })
  .meta({ id: 'Standstill' });

/** The rows of topic `pulse`. */
export const pulseAnswerSchema = z.object({
  seq: z.int(),
  rows: z.array(
    z.discriminatedUnion('kind', [
      boardSchema,
      metricSchema,
      sectorSchema,
      unitSchema,
      standardSchema,
      standstillSchema,
    ]),
  ),
});
export type PulseAnswer = z.infer<typeof pulseAnswerSchema>;

/** What a unit's row comes from. */
export const unitPulseAnswerSchema = z.object({
  seq: z.int(),
  unit: z.string(),
  plans: z.array(
    z
      .object({
        metric: z.string(),
        plan: z
          .object({
            from: z.enum(['standard', 'drive']),
            drive: z.string().optional(),
            task: z.string().optional(),
            fromDate: z.string(),
            toDate: z.string(),
            target: z.string(),
            workdays: z.int(),
            done: z.int(),
          })
          .nullable(),
        state: planStateSchema.nullable(),
        score: textSchema,
        expected: textSchema,
        fulfilment: textSchema,
        result: textSchema,
        streak: z.object(streak).nullable(),
        advanced: z.object({ on: z.string(), score: z.string(), result: z.string() }).nullable(),
      })
      .meta({ id: 'UnitPlan' }),
  ),
});
export type UnitPulseAnswer = z.infer<typeof unitPulseAnswerSchema>;
