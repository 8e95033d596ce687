import { z } from 'zod';
import { happeningKinds, type Happening } from '../../board/happening.ts';

export const happeningKindSchema = z.enum(happeningKinds);

const commonFields = z
  .looseObject({
    board: z.string(),
    epoch: z.string(),
    seq: z.int(),
    n: z.int(),
    at: z.string(),
    kind: happeningKindSchema,
  })
  .meta({ id: 'Happening' });

/** Fields common to all happenings; those of each kind are spelled out by the type. */
export const happeningSchema = commonFields as unknown as z.ZodType<Happening>;

export const feedAnswerSchema = z.object({
  seq: z.int(),
  happenings: z.array(happeningSchema),
  /** `before` of the next page; absent at the end. */
  next: z.string().optional(),
});
