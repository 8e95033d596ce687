import { z } from 'zod';

export const rankingAnswerSchema = z.object({
  seq: z.int(),
  /** Rows in all. */
  total: z.int(),
  /** Rows before the first one given. */
  offset: z.int(),
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

/** The standing at moments of the past, earliest first. */
export const rankingHistoryAnswerSchema = z.object({
  seq: z.int(),
  metric: z.string(),
  by: z.enum(['unit', 'sector']),
  truth: z.enum(['recognised', 'announced']),
  /** First and last day of the results that count; `null` while there are none. */
  span: z.object({ from: z.string(), to: z.string() }).nullable(),
  frames: z.array(
    z
      .object({
        /** A date stands for its end; or a UTC time. */
        at: z.string(),
        /** Units (or sectors) with a score by then. */
        ranked: z.int(),
        /** Results counted by then. */
        results: z.int(),
        /** The first of them, in order. */
        ids: z.array(z.string()),
        /** Their scores; equal ones share a place. */
        scores: z.array(z.string()),
      })
      .meta({ id: 'RankingFrame' }),
  ),
});

/** Period by period, how units did against each other; latest first. */
export const headToHeadAnswerSchema = z.object({
  seq: z.int(),
  metric: z.string(),
  units: z.array(z.string()),
  period: z.enum(['week', 'month']),
  /** Periods in which at least two of them have a score. */
  met: z.int(),
  /** Periods won, in the order of `units`; a shared one counts for each. */
  wins: z.array(z.int()),
  periods: z.array(
    z
      .object({
        from: z.string(),
        to: z.string(),
        scores: z.array(z.string().nullable()),
        results: z.array(z.int()),
        winners: z.array(z.string()),
      })
      .meta({ id: 'Meeting' }),
  ),
});
