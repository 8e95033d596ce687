import { z } from 'zod';
import { replacesSchema as replaces } from './replaces.ts';

/** What of people the board shows, and how long it keeps where acts came from. */
export const privacyFacts = [
  z.strictObject({
    type: z.literal('privacy.ruled'),
    names: z.enum(['hidden', 'shown']),
    originsDays: z.int(),
    replaces,
  }),
] as const;
