import { z } from 'zod';
import { pictureIdSchema } from './picture.ts';
import { achievedAtSchema } from './result.ts';
import { nameSchema, slugSchema } from './slug.ts';

export const maxLinks = 20;
export const maxPictures = 12;
export const maxChangeCharacters = 20_000;
export const maxNeedsCharacters = 10_000;
/** Most bytes of a picture as it is sent; what is kept of it is smaller. */
export const maxPictureBytes = 5 * 1024 * 1024;

/** Text people write in paragraphs: line breaks and tabs, no other control characters. */
const textSchema = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `at most ${max} characters` })
    .regex(/^(?:[\n\r\t]|[^\p{Cc}])*$/u, { error: 'must not contain control characters' });

/** Only what a browser opens as a page: `javascript:` and the like never reach a reader. */
const urlSchema = z
  .string()
  .trim()
  .max(2000, { error: 'at most 2000 characters' })
  .pipe(
    z.url({
      protocol: /^https?$/,
      error: 'must be an address that begins with http:// or https://',
    }),
  );

export const linkSchema = z.strictObject({ url: urlSchema, title: nameSchema.optional() });
export type Link = z.infer<typeof linkSchema>;

export const pictureSchema = z.strictObject({
  id: pictureIdSchema,
  /** What it shows, for those who do not see it. */
  alt: z.string().trim().max(500, { error: 'at most 500 characters' }).optional(),
});

/** A picture as it is kept, with its size in pixels. */
export interface Picture {
  id: string;
  width: number;
  height: number;
  alt?: string | undefined;
}

/** Body of `PUT …/experiences/:id`. `proof` is the id of the result that proved it. */
export const experienceBodySchema = z.strictObject({
  unit: slugSchema,
  metric: slugSchema,
  title: nameSchema,
  /** What was changed. */
  change: textSchema(maxChangeCharacters).min(1, { error: 'say what was changed' }),
  /** What it needs. */
  needs: textSchema(maxNeedsCharacters).optional(),
  links: z
    .array(linkSchema)
    .max(maxLinks, { error: `at most ${maxLinks} links` })
    .default([]),
  pictures: z
    .array(pictureSchema)
    .max(maxPictures, { error: `at most ${maxPictures} pictures` })
    .default([]),
  proof: z.string().optional(),
  /** The experience it was learned from. */
  basedOn: slugSchema.optional(),
});
export type ExperienceBody = z.infer<typeof experienceBodySchema>;

/** Where a unit stands with an experience it was offered; `sustained` is derived from results. */
export const adoptionStateSchema = z.enum([
  'offered',
  'studying',
  'trial',
  'adopted',
  'sustained',
  'not-applicable',
]);
export type AdoptionState = z.infer<typeof adoptionStateSchema>;

/** States a unit puts itself in. */
export const adoptionMoveSchema = z.enum(['studying', 'trial', 'adopted', 'not-applicable'], {
  error:
    'must be studying, trial, adopted or not-applicable (sustained is derived from the results)',
});
export type AdoptionMove = z.infer<typeof adoptionMoveSchema>;

/** Body of `POST …/experiences/:id/adoptions/:unit`. */
export const adoptionBodySchema = z.strictObject({
  to: adoptionMoveSchema,
  /** Why it is not applicable; there it must be said. */
  reason: textSchema(2000).min(1, { error: 'say why' }).optional(),
  at: achievedAtSchema.optional(),
});
export type AdoptionBody = z.infer<typeof adoptionBodySchema>;
