import { z } from 'zod';
import { decimalSchema } from './decimal-schema.ts';
import { maxDecimals } from './decimal.ts';
import type { Retired } from './lifecycle.ts';
import { nameSchema, slugSchema } from './slug.ts';

export const directionSchema = z.enum(['higher', 'lower']);
export type Direction = z.infer<typeof directionSchema>;

export const aggregateSchema = z.enum(['best', 'sum', 'mean', 'latest']);
export type Aggregate = z.infer<typeof aggregateSchema>;

/** Body of `PUT …/metrics/:id`. `breakthroughMargin` is in the metric's unit of measure. */
export const metricBodySchema = z.strictObject({
  name: nameSchema,
  unitOfMeasure: z.string().trim().max(40),
  direction: directionSchema,
  decimals: z.int().min(0).max(maxDecimals),
  aggregate: aggregateSchema,
  recordsPer: z.enum(['instant', 'day']).default('instant'),
  breakthroughMargin: decimalSchema.optional(),
  standstillDays: z.int().min(1).max(3650).optional(),
  /** Sectors it is relevant to; all when absent. */
  sectors: z.array(slugSchema).max(1000).optional(),
});
export type MetricBody = z.infer<typeof metricBodySchema>;
export type Metric = MetricBody & { id: string } & Retired;
