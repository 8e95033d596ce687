import { z } from 'zod';
import { nameSchema, slugSchema } from '../vocabulary/slug.ts';

/** Mappings of one board. */
export const maxMappings = 50;

/** RFC 6901; the empty one means the whole. */
const pointerSchema = z
  .string()
  .max(200, { error: 'at most 200 characters' })
  .regex(/^(?:\/(?:[^~]|~[01])*)?$/, {
    error: 'a JSON pointer such as /values/0/count, or nothing',
  });

/** `#` stands for the rest and so comes last; `+` stands for one whole part. */
const isFilter = (text: string) =>
  text.split('/').every((part, at, parts) => {
    if (part === '#') return at === parts.length - 1;
    return part === '+' || !/[#+]/.test(part);
  });

export const topicFilterSchema = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(500, { error: 'at most 500 characters' })
  .regex(/^[^\p{Cc}]*$/u, { error: 'must not contain control characters' })
  .refine((text) => !text.startsWith('$'), { error: 'topics of the broker itself are no results' })
  .refine(isFilter, { error: 'a topic filter such as plant/+/count or plant/#' });

/** Where an id comes from: a part of the topic (0 is the first), the payload, or it is always one. */
const sourceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('topic'), part: z.int().min(0).max(31) }),
  z.strictObject({ from: z.literal('payload'), pointer: pointerSchema }),
  z.strictObject({ from: z.literal('fixed'), id: slugSchema }),
]);
export type IdSource = z.infer<typeof sourceSchema>;

/**
 * How messages of a broker become results. Pointers look into the element first, where `each` names
 * a list in the payload, and then into the whole payload.
 */
export const mappingBodySchema = z.strictObject({
  name: nameSchema,
  filter: topicFilterSchema,
  /** A list in the payload, each element of which is a result: `/metrics`. */
  each: pointerSchema.optional(),
  unit: sourceSchema,
  metric: sourceSchema,
  value: pointerSchema,
  time: z
    .strictObject({ pointer: pointerSchema, as: z.enum(['iso', 'seconds', 'milliseconds']) })
    .optional(),
  /** What the source counts its messages by: tells a repetition from an equal result. */
  sequence: pointerSchema.optional(),
  /** What the source calls units and metrics, and their ids here. */
  names: z
    .record(z.string().min(1).max(200), slugSchema)
    .refine((names) => Object.keys(names).length <= 500, { error: 'at most 500 names' })
    .optional(),
  isOn: z.boolean().default(true),
});
export type MappingBody = z.infer<typeof mappingBodySchema>;

export type Mapping = { id: string } & MappingBody;
