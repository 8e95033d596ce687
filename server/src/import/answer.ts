import { z } from 'zod';

/** What an import added, or with `preview` would add. */
export const importAnswerSchema = z
  .object({
    /** Position of the last entry. */
    seq: z.int(),
    added: z.object({
      sectors: z.int(),
      units: z.int(),
      metrics: z.int(),
      results: z.int(),
    }),
    /** Lines whose result was on the board already. */
    duplicates: z.int(),
    /** Record marks (unit, sector and board) taken as the lines were counted one by one. */
    records: z.int(),
    /** Lines after the header, blank ones left out. */
    lines: z.int(),
    /** The columns that the file has, as it names them; in a preview only. */
    header: z.array(z.string()).optional(),
    /** Bad lines; in a preview only, as an import with any is refused. */
    problems: z.array(
      z.object({
        path: z.string(),
        message: z.string(),
        code: z
          .string()
          .describe('What it is, the same in every language; `params` fills its sentence.'),
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        line: z.int().optional(),
        /** Of ours, whatever the file calls it. */
        column: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Import' });
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
