import { z } from 'zod';

export const sessionAnswerSchema = z
  .object({
    role: z.enum(['steward', 'anonymous']),
    /** As whom the ledger would keep what is posted now; `anonymous` where nobody is signed in. */
    actor: z.string(),
  })
  .meta({ id: 'Session' });
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
