import { z } from 'zod';
import { resultStateSchema } from '../../vocabulary/result.ts';
import { scopeSchema } from './mark.ts';

export const recordAnswerSchema = z
  .object({
    metric: z.string(),
    scope: scopeSchema,
    sector: z.string().optional(),
    unit: z.string().optional(),
    value: z.string(),
    /** The record it broke; absent at the first mark of a line. */
    before: z.string().optional(),
    achievedAt: z.string(),
    holders: z.array(z.string()),
    result: z.string(),
    state: resultStateSchema,
    breakthrough: z.boolean(),
    equalled: z.int(),
    equalledBy: z.array(z.string()),
  })
  .meta({ id: 'Record' });

export const recordsAnswerSchema = z.object({
  seq: z.int(),
  records: z.array(recordAnswerSchema),
});

/** Oldest first. */
export const progressionAnswerSchema = z.array(
  z
    .object({
      value: z.string(),
      achievedAt: z.string(),
      kind: z.enum(['new', 'equalled']),
      holders: z.array(z.string()),
      sector: z.string(),
      result: z.string(),
      state: resultStateSchema,
    })
    .meta({ id: 'ProgressionMark' }),
);
