import { z } from 'zod';

export const sessionAnswerSchema = z
  .object({ role: z.enum(['steward', 'anonymous']) })
  .meta({ id: 'Session' });
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
