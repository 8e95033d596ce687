import { z } from 'zod';

export const lookAnswerSchema = z
  .object({
    accent: z.string().optional(),
    second: z.string().optional(),
    logo: z
      .object({ id: z.string(), width: z.int(), height: z.int(), alt: z.string().optional() })
      .optional(),
    language: z.string().optional(),
  })
  .meta({ id: 'Look' });
