import { z } from 'zod';
import { isCalendarDate } from '../calendar/date.ts';
import { decimalSchema } from './decimal-schema.ts';
import { maxNoteCharacters, maxPartners } from './limits.ts';
import { photosSchema } from './picture.ts';
import { slugSchema } from './slug.ts';

export const resultStateSchema = z.enum(['provisional', 'verified', 'annulled']);
export type ResultState = z.infer<typeof resultStateSchema>;

export const partnerRoleSchema = z.enum(['performed', 'helped', 'lent']);
export type PartnerRole = z.infer<typeof partnerRoleSchema>;

/**
 * A date (`2026-06-30`: the day is known, not the hour) stays a date; an ISO time with an offset
 * becomes UTC with milliseconds.
 */
export const achievedAtSchema = z.string().transform((text, context) => {
  if (isCalendarDate(text)) return text;
  const time = z.iso.datetime({ offset: true }).safeParse(text);
  if (time.success) {
    const ms = Date.parse(text);
    if (Number.isFinite(ms) && isCalendarDate(text.slice(0, 10))) return new Date(ms).toISOString();
  }
  context.addIssue({
    code: 'custom',
    message: 'must be a date (2026-06-30) or an ISO time with an offset (2026-06-30T14:05:00Z)',
    input: text,
  });
  return z.NEVER;
});

/** `share` is the partner's part of the whole, above 0 and at most 1; unstated shares are equal. */
export const partnerSchema = z.strictObject({
  unit: slugSchema,
  role: partnerRoleSchema.default('performed'),
  share: decimalSchema.optional(),
});
export type Partner = z.infer<typeof partnerSchema>;

export const noteSchema = z.string().max(maxNoteCharacters, {
  error: `at most ${maxNoteCharacters} characters`,
});
const partnersSchema = z.array(partnerSchema).max(maxPartners, {
  error: `at most ${maxPartners} partners`,
});

/** Body of `POST …/results`. */
export const resultBodySchema = z.strictObject({
  unit: slugSchema,
  metric: slugSchema,
  value: decimalSchema,
  achievedAt: achievedAtSchema.optional(),
  note: noteSchema.optional(),
  partners: partnersSchema.optional(),
  evidence: photosSchema.optional(),
});
export type ResultBody = z.infer<typeof resultBodySchema>;

export const reasonSchema = z.string().trim().min(1, { error: 'say why' }).max(2000);

/** Body of `POST …/results/:id/correction`: at least one change, and why. */
export const correctionBodySchema = z
  .strictObject({
    value: decimalSchema.optional(),
    achievedAt: achievedAtSchema.optional(),
    note: noteSchema.optional(),
    partners: partnersSchema.optional(),
    reason: reasonSchema,
  })
  .refine(({ reason: _, ...changes }) => Object.keys(changes).length > 0, {
    error: 'name at least one of value, achievedAt, note, partners',
  });
export type CorrectionBody = z.infer<typeof correctionBodySchema>;
