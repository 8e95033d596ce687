import { z } from 'zod';
import { experienceFacts } from './facts/experience.ts';
import { jointFacts } from './facts/joint.ts';
import { honourFacts } from './facts/honour.ts';
import { driveFacts } from './facts/drive.ts';
import { positionSchema, resultFacts } from './facts/result.ts';
import { verificationFacts } from './facts/verification.ts';
import { deskFacts } from './facts/desk.ts';
import { displayFacts } from './facts/display.ts';
import { cheersFacts } from './facts/cheers.ts';
import { embeddingFacts } from './facts/embedding.ts';
import { calendarFacts } from './facts/calendar.ts';
import { machineFacts } from './facts/machine.ts';
import { lifecycleFacts } from './facts/lifecycle.ts';
import { lookFacts } from './facts/look.ts';
import { membershipFacts } from './facts/membership.ts';
import { privacyFacts } from './facts/privacy.ts';
import { standardFacts } from './facts/standard.ts';
import { vocabularyFacts } from './facts/vocabulary.ts';

/** The facts a ledger holds, family by family. */
export const factSchema = z.discriminatedUnion('type', [
  ...vocabularyFacts,
  ...resultFacts,
  ...experienceFacts,
  ...jointFacts,
  ...verificationFacts,
  ...honourFacts,
  ...calendarFacts,
  ...embeddingFacts,
  ...lookFacts,
  ...cheersFacts,
  ...standardFacts,
  ...driveFacts,
  ...displayFacts,
  ...deskFacts,
  ...machineFacts,
  ...membershipFacts,
  ...privacyFacts,
  ...lifecycleFacts,
]);
export type Fact = z.infer<typeof factSchema>;
export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;

/** One committed fact at its position. `at` is when the server received it, ISO UTC. */
export const entrySchema = z.strictObject({
  board: z.string(),
  epoch: z.string(),
  seq: positionSchema,
  at: z.string(),
  /** Who, by the role in which it was done: `steward:token`, `leader:<person>`, `system:demo`, … */
  actor: z.string(),
  fact: factSchema,
});
export type Entry = z.infer<typeof entrySchema>;
