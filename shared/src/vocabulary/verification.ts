import { z } from 'zod';
import { pictureIdSchema } from './picture.ts';
import { reasonSchema } from './result.ts';
import { slugSchema } from './slug.ts';

export const maxObjectionDays = 60;
export const maxEvidence = 10;

/** Something to look at: a link to a report or a protocol, or a picture that was uploaded before. */
export const evidenceSchema = z
  .strictObject({
    url: z
      .string()
      .max(2000, { error: 'at most 2000 characters' })
      .regex(/^https?:\/\/[^\s/?#]+\S*$/i, { error: 'must be a link that begins with http(s)://' })
      .optional(),
    picture: pictureIdSchema.optional(),
    title: z.string().trim().min(1).max(200).optional(),
  })
  .refine(({ url, picture }) => (url === undefined) !== (picture === undefined), {
    error: 'name either a link (url) or an uploaded picture (picture)',
  });
export type Evidence = z.infer<typeof evidenceSchema>;

const evidenceListSchema = z
  .array(evidenceSchema)
  .max(maxEvidence, { error: `at most ${maxEvidence} links and pictures` });

/** What a board asks of a record before it is ratified. */
export const verificationRulesSchema = z.strictObject({
  /** Units that are no party and must attest it. */
  witnesses: z.union([z.literal(0), z.literal(1)], { error: 'must be 0 or 1' }),
  /** Days of the board's zone after the verification in which anyone may object; 0: none. */
  objectionDays: z
    .int({ error: `must be a whole number from 0 to ${maxObjectionDays}` })
    .min(0, { error: `must be a whole number from 0 to ${maxObjectionDays}` })
    .max(maxObjectionDays, { error: `must be a whole number from 0 to ${maxObjectionDays}` }),
  /** A breakthrough is provisional until it is verified, on every board. */
  breakthroughsNeedVerification: z.literal(true, { error: 'cannot be turned off' }).default(true),
});
export type VerificationRules = z.infer<typeof verificationRulesSchema>;

/** Body of `POST …/results/:id/verification`; none is needed. */
export const verificationBodySchema = z
  .strictObject({ reason: reasonSchema.optional(), evidence: evidenceListSchema.optional() })
  .nullable();
export type VerificationBody = z.infer<typeof verificationBodySchema>;

/** Body of `POST …/results/:id/attestation`. */
export const attestationBodySchema = z.strictObject({
  unit: slugSchema,
  note: reasonSchema.optional(),
  evidence: evidenceListSchema.optional(),
});
export type AttestationBody = z.infer<typeof attestationBodySchema>;

/** Body of `POST …/results/:id/objections`. */
export const objectionBodySchema = z.strictObject({
  unit: slugSchema.optional(),
  reason: reasonSchema,
  evidence: evidenceListSchema.optional(),
});
export type ObjectionBody = z.infer<typeof objectionBodySchema>;

/** Body of `POST …/results/:id/objections/:objection/settlement`. */
export const settlementBodySchema = z.strictObject({
  decision: z.enum(['dismissed', 'upheld'], { error: 'must be dismissed or upheld' }),
  reason: reasonSchema,
});
export type SettlementBody = z.infer<typeof settlementBodySchema>;

/** Body of `POST …/results/:id/decline`. */
export const declineBodySchema = z.strictObject({
  unit: slugSchema,
  reason: reasonSchema.optional(),
});
export type DeclineBody = z.infer<typeof declineBodySchema>;
