import { z } from 'zod';
import { criterionSchema } from '../../vocabulary/honour.ts';

export const titleAnswerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    words: z.string(),
    criterion: criterionSchema,
    period: z.enum(['month', 'year', 'all']),
  })
  .meta({ id: 'Title' });

export const honourAnswerSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    titleName: z.string(),
    unit: z.string(),
    citation: z.string(),
    drive: z.string().optional(),
    seq: z.int(),
    at: z.string(),
    withdrawn: z.object({ at: z.string(), reason: z.string() }).optional(),
  })
  .meta({ id: 'Honour' });

export const candidateAnswerSchema = z
  .object({
    title: z.string(),
    unit: z.string(),
    place: z.int(),
    /** `would-be`: if it ended now. `proposed`: what it looks at has ended. */
    standing: z.enum(['would-be', 'proposed']),
    drive: z.string().optional(),
    figure: z.object({
      kind: z.enum(['score', 'rhythm', 'lift', 'records', 'points']),
      value: z.string(),
    }),
  })
  .meta({ id: 'Candidate' });

export const honoursAnswerSchema = z.object({
  seq: z.int(),
  titles: z.array(titleAnswerSchema),
  candidates: z.array(candidateAnswerSchema),
  honours: z.array(honourAnswerSchema),
});

export const modelUnitsAnswerSchema = z.object({
  seq: z.int(),
  rows: z.array(
    z
      .object({
        place: z.int(),
        unit: z.string(),
        score: z.string(),
        terms: z.array(
          z.object({
            kind: z.enum([
              'board-record',
              'sector-record',
              'unit-record',
              'helped',
              'experience-adopted',
              'learned',
            ]),
            count: z.int(),
            points: z.string(),
            results: z.array(z.string()),
            experiences: z.array(z.string()),
          }),
        ),
      })
      .meta({ id: 'ModelUnit' }),
  ),
});
