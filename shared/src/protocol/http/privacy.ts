import { z } from 'zod';

/** Names of people, where the board shows them; none where it does not. */
export const shownNamesSchema = z
  .object({
    names: z.array(
      z.object({
        /** Which step of the history; 0 is the first: the posting, or the writing. */
        step: z.int(),
        name: z.string(),
      }),
    ),
  })
  .meta({ id: 'ShownNames' });
export type ShownNames = z.infer<typeof shownNamesSchema>;
