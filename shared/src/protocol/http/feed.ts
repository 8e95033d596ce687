import { z } from 'zod';
import { happeningKinds } from '../../board/happening.ts';

/** Fields common to all happenings; each kind adds its own. */
export const happeningSchema = z
  .looseObject({
    board: z.string(),
    epoch: z.string(),
    seq: z.int(),
    n: z.int(),
    at: z.string(),
    kind: z.enum(happeningKinds),
  })
  .meta({ id: 'Happening' });

export const feedAnswerSchema = z.object({
  seq: z.int(),
  happenings: z.array(happeningSchema),
  /** `before` of the next page; absent at the end. */
  next: z.string().optional(),
});
