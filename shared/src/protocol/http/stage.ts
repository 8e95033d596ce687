import { z } from 'zod';
import { driveStateSchema } from '../../vocabulary/drive.ts';

const revealedRowSchema = z.object({ place: z.int(), unit: z.string(), score: z.string() });

/** The stage of a drive, for presenters: who is on it, and what comes next. */
export const stageAnswerSchema = z
  .object({
    drive: z.string(),
    name: z.string(),
    state: driveStateSchema,
    seq: z.int(),
    /** `null`: the stage is free. */
    holder: z.object({ presenter: z.string(), name: z.string(), until: z.string() }).nullable(),
    /** Rows that everybody sees, and rows that there are. */
    revealed: z.int(),
    rows: z.int(),
    /** The next step, best first: `count` rows are revealed after it. `null` after the last. */
    next: z.object({ count: z.int(), rows: z.array(revealedRowSchema) }).nullable(),
    /** What was revealed, best first. */
    shown: z.array(revealedRowSchema),
  })
  .meta({ id: 'Stage' });
export type StageAnswer = z.infer<typeof stageAnswerSchema>;
