import { z } from 'zod';
import type { HappeningKind } from '../../board/happening.ts';

/** The compiler finds a kind that is missing here. */
const kinds = {
  record: 'record',
  breakthrough: 'breakthrough',
  overtake: 'overtake',
  'new-leader': 'new-leader',
  verification: 'verification',
  annulment: 'annulment',
  correction: 'correction',
  import: 'import',
} as const satisfies { [Kind in HappeningKind]: Kind };

export const happeningKindSchema = z.enum(kinds);

/** Fields common to all happenings; each kind adds its own. */
export const happeningSchema = z
  .looseObject({
    board: z.string(),
    epoch: z.string(),
    seq: z.int(),
    n: z.int(),
    at: z.string(),
    kind: happeningKindSchema,
  })
  .meta({ id: 'Happening' });

export const feedAnswerSchema = z.object({
  seq: z.int(),
  happenings: z.array(happeningSchema),
  /** `before` of the next page; absent at the end. */
  next: z.string().optional(),
});
