import { z } from 'zod';

export const scopeSchema = z.enum(['board', 'sector', 'unit']);

/** The mark that stood before, or stands now. */
export const markSchema = z
  .object({
    value: z.string(),
    achievedAt: z.string(),
    holders: z.array(z.string()),
    result: z.string(),
  })
  .meta({ id: 'Mark' });

export const placeChangeSchema = z.object({
  metric: z.string(),
  unit: z.string(),
  before: z.int().nullable(),
  after: z.int().nullable(),
});
