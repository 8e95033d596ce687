import { z } from 'zod';

const twice = z.tuple([z.int(), z.int()]);

export const cooperationAnswerSchema = z.object({
  seq: z.int(),
  summary: z.object({
    results: z.int(),
    units: z.int(),
    pairs: z.int(),
    acrossSectors: z.int(),
  }),
  /** Those that worked together most first. */
  pairs: z.array(
    z
      .object({
        units: z.tuple([z.string(), z.string()]),
        results: z.int(),
        /** Of these, both performed. */
        together: z.int(),
        /** By the first unit for the second, and by the second for the first. */
        helped: twice,
        lent: twice,
        lastAt: z.string(),
        lastResult: z.string(),
      })
      .meta({ id: 'CooperationPair' }),
  ),
  /** Parts that units of sector `from` had in results of sector `to`. */
  sectors: z.array(
    z
      .object({
        from: z.string(),
        to: z.string(),
        performed: z.int(),
        helped: z.int(),
        lent: z.int(),
      })
      .meta({ id: 'SectorCooperation' }),
  ),
});
