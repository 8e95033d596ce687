import { z } from 'zod';
import { memberRoleSchema } from '../../vocabulary/member.ts';

export const sessionAnswerSchema = z
  .object({
    /** `steward` of everything; `person` with what the memberships say. */
    role: z.enum(['steward', 'person', 'anonymous']),
    /** By which a device tells apart who typed what; `anonymous` where nobody is signed in. */
    actor: z.string(),
    name: z.string().optional(),
    display: z
      .object({ board: z.string() })
      .optional()
      .describe('Of a display that was admitted: the board it shows.'),
    memberships: z.array(
      z.object({
        board: z.string(),
        role: memberRoleSchema,
        /** Units that a leader leads. */
        units: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Session' });
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
