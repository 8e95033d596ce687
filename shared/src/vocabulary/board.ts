import { z } from 'zod';
import { isTimeZone } from '../calendar/zone.ts';
import type { Merged, Retired } from './lifecycle.ts';
import { nameSchema, slugSchema } from './slug.ts';

export const boardBodySchema = z.strictObject({
  id: slugSchema,
  name: nameSchema,
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'must be an IANA time zone, such as Europe/Paris' }),
  visibility: z.enum(['public', 'private']),
});
export type BoardBody = z.infer<typeof boardBodySchema>;

export const sectorBodySchema = z.strictObject({ name: nameSchema });
export type Sector = z.infer<typeof sectorBodySchema> & { id: string } & Retired;

export const unitBodySchema = z.strictObject({ name: nameSchema, sector: slugSchema });
export type Unit = z.infer<typeof unitBodySchema> & { id: string } & Retired & Merged;
