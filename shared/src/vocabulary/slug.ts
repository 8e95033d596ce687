import { z } from 'zod';

/** Ids of boards, sectors, units, metrics and drives: chosen by the client, stable, URL-safe. */
export const slugSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?$/, {
  error: 'a slug: 1 to 80 of a-z, 0-9, ".", "_" and "-", with a letter or digit at both ends',
});

/** A name people read: trimmed, 1 to 200 characters, no control characters. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(200, { error: 'at most 200 characters' })
  .regex(/^[^\p{Cc}]*$/u, { error: 'must not contain control characters' });
