import { z } from 'zod';

export const rankingAnswerSchema = z.object({
  seq: z.int(),
  rows: z.array(
    z
      .object({
        place: z.int(),
        unit: z.string().optional(),
        sector: z.string().optional(),
        score: z.string(),
        results: z.int(),
        reachedAt: z.string(),
      })
      .meta({ id: 'RankingRow' }),
  ),
});
