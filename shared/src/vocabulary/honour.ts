import { z } from 'zod';
import { nameSchema, slugSchema } from './slug.ts';

/** Most places a title may go to. */
const maxPlaces = 50;
const placesSchema = z.int().min(1).max(maxPlaces);

/**
 * What the board looks at to propose a title. Criteria of a drive propose from each drive; the
 * others from the title's period.
 */
export const criterionSchema = z.discriminatedUnion('kind', [
  /** The first places of a drive, by level, by improvement, by the gap closed, or by rhythm. */
  z.strictObject({
    kind: z.literal('drive'),
    by: z.enum(['level', 'improvement', 'gap', 'rhythm']).default('level'),
    places: placesSchema.default(1),
  }),
  /** Leads its sector in a drive and reached every target in it. */
  z.strictObject({ kind: z.literal('drive-sector') }),
  /** The largest proved lift given to others, of those whose experience so many adopted. */
  z.strictObject({ kind: z.literal('lift-given'), adoptions: z.int().min(1).default(1) }),
  /** The first places of the model-unit ranking. */
  z.strictObject({ kind: z.literal('model-unit'), places: placesSchema.default(1) }),
  /** Broke at least so many records of the board or of its sector. */
  z.strictObject({
    kind: z.literal('records'),
    scope: z.enum(['board', 'sector']).default('board'),
    atLeast: z.int().min(1).default(1),
  }),
  /** Judged by people alone: the board proposes nobody. */
  z.strictObject({ kind: z.literal('words') }),
]);
export type Criterion = z.infer<typeof criterionSchema>;

/** Body of `PUT …/titles/:id`: what it takes in words, and what the board watches for. */
export const titleBodySchema = z.strictObject({
  name: nameSchema,
  words: z.string().trim().min(1, { error: 'say what it takes' }).max(2000),
  criterion: criterionSchema,
  /** Which span the criteria that are not a drive's look at: the current one in the board's zone. */
  period: z.enum(['month', 'year', 'all']).default('month'),
});
export type TitleBody = z.infer<typeof titleBodySchema>;

/** Body of `PUT …/honours/:id`. */
export const honourBodySchema = z.strictObject({
  title: slugSchema,
  unit: slugSchema,
  /** Read out at the award and printed on the certificate. */
  citation: z.string().trim().min(1, { error: 'say what it is given for' }).max(600),
  /** The drive it was won in. */
  drive: slugSchema.optional(),
});
export type HonourBody = z.infer<typeof honourBodySchema>;
