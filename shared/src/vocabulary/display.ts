import { z } from 'zod';
import { sceneSchema } from '../displays/scene.ts';
import { displayLimits } from '../displays/display-limits.ts';
import { nameSchema, slugSchema } from './slug.ts';

/** A wall chooses its own, at random, and keeps it; `-2` and the like tell two screens of one machine apart. */
export const displayIdSchema = z
  .string()
  .regex(/^[a-z0-9]{12,40}(?:-[a-z0-9]{1,20})?$/, { error: 'is not the id of a display' });

const timeOfDaySchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day such as 07:30' });

/** Days of the week as ISO numbers them: 1 is Monday, 7 is Sunday. */
const daysOfWeekSchema = z
  .array(z.int().min(1, { error: '1 (Monday) to 7 (Sunday)' }).max(7, { error: '1 to 7' }))
  .min(1, { error: 'name at least one day, or leave it out for every day' })
  .max(7)
  .refine((days) => new Set(days).size === days.length, { error: 'names a day twice' })
  .transform((days) => [...days].sort((a, b) => a - b));

const itemSchema = z
  .strictObject({
    show: sceneSchema,
    /** How long one picture of it stands. */
    seconds: z
      .int()
      .min(displayLimits.leastSeconds, { error: `at least ${displayLimits.leastSeconds} seconds` })
      .max(displayLimits.mostSeconds, { error: `at most ${displayLimits.mostSeconds} seconds` })
      .default(displayLimits.usualSeconds),
    daysOfWeek: daysOfWeekSchema.optional(),
    /** Times of day on the clock of the board's zone; `to` before `from` is over midnight. */
    from: timeOfDaySchema.optional(),
    to: timeOfDaySchema.optional(),
    /** Only what these sectors did. */
    sectors: z.array(slugSchema).min(1).max(displayLimits.sectors).optional(),
  })
  .superRefine(({ show, from, to, sectors }, context) => {
    if (from !== undefined && from === to)
      context.addIssue({ code: 'custom', path: ['to'], message: 'must differ from `from`' });
    if (sectors && (show.scene !== 'ranking' || show.sector !== undefined))
      context.addIssue({
        code: 'custom',
        path: ['sectors'],
        message: 'only a ranking that names no sector itself takes sectors',
      });
  });

/** Body of `PUT …/playlists/:id`. */
export const playlistBodySchema = z.strictObject({
  name: nameSchema,
  /** Whether a record may be heard. */
  sound: z.boolean().default(false),
  items: z
    .array(itemSchema)
    .min(1, { error: 'a playlist shows at least one scene' })
    .max(displayLimits.items, { error: `at most ${displayLimits.items} scenes` }),
});
export type PlaylistBody = z.infer<typeof playlistBodySchema>;
export type PlaylistItem = PlaylistBody['items'][number];

/** Body of `PUT …/displays/:id`. */
export const displayBodySchema = z.strictObject({
  name: nameSchema,
  /** `null`: the wall chooses for itself. */
  playlist: slugSchema.nullable().default(null),
});
export type DisplayBody = z.infer<typeof displayBodySchema>;

/** Body of `PUT …/messages/:id`. */
export const messageBodySchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, { error: 'must not be empty' })
    .max(displayLimits.messageCharacters, {
      error: `at most ${displayLimits.messageCharacters} characters`,
    })
    .regex(/^[^\p{Cc}]*$/u, { error: 'must not contain control characters' }),
  /** Until when it is shown. */
  until: z.iso
    .datetime({ offset: true, error: 'must be an ISO time with an offset' })
    .transform((text) => new Date(text).toISOString()),
  /** Only on these; on every wall where absent. */
  displays: z.array(displayIdSchema).min(1).max(displayLimits.displays).optional(),
});
export type MessageBody = z.infer<typeof messageBodySchema>;

/** Body of `POST …/displays/:id/commands`. */
export const displayCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('show'),
    show: sceneSchema,
    seconds: z
      .int()
      .min(displayLimits.leastSeconds)
      .max(displayLimits.mostSeconds)
      .default(displayLimits.showSeconds),
  }),
  z.strictObject({ kind: z.literal('reload') }),
  z.strictObject({ kind: z.literal('identify') }),
]);
export type DisplayCommand = z.infer<typeof displayCommandSchema>;
