import { z } from 'zod';
import { replacesSchema as replaces } from './replaces.ts';

/** The board's own colours, logo and language; the whole of them, as they are from now on. */
export const lookFacts = [
  z.strictObject({
    type: z.literal('look.put'),
    accent: z.string().optional(),
    second: z.string().optional(),
    logo: z
      .strictObject({
        id: z.string(),
        width: z.int(),
        height: z.int(),
        alt: z.string().optional(),
      })
      .optional(),
    language: z.string().optional(),
    replaces,
  }),
] as const;
