import { z } from 'zod';
import { resultBodySchema } from '../../vocabulary/result.ts';
import { problemSchema } from './problem.ts';
import { postedAnswerSchema } from './result.ts';

/** Results of one `POST …/results/batch`. */
export const maxBatch = 1000;

/** A result as it is posted alone, with the key that a single post has in its header. */
export const batchItemSchema = resultBodySchema.extend({
  idempotencyKey: z.string().regex(/^[\x21-\x7e]{1,200}$/, {
    error: 'must be 1 to 200 visible ASCII characters',
  }),
});

/** Items are looked at one by one: a bad one does not stop the others. */
export const batchBodySchema = z.strictObject({
  results: z
    .array(z.unknown())
    .min(1, { error: 'at least one result' })
    .max(maxBatch, { error: `at most ${maxBatch} results` })
    .describe('Each a body of `POST …/results` with its own `idempotencyKey`.'),
});

const itemAnswerSchema = z.object({
  /** Its place in the body, from 0. */
  index: z.int(),
  idempotencyKey: z.string().optional(),
  /** What a post of this result alone would be answered with: 201, 200, or that of `problem`. */
  status: z.int(),
  result: postedAnswerSchema.optional(),
  problem: problemSchema.optional(),
});
export type BatchItemAnswer = z.infer<typeof itemAnswerSchema>;

export const batchAnswerSchema = z
  .object({
    posted: z.int(),
    repeated: z.int(),
    refused: z.int(),
    results: z.array(itemAnswerSchema),
  })
  .meta({ id: 'Batch' });
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;
