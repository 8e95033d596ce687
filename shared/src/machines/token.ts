import { z } from 'zod';
import { nameSchema, slugSchema } from '../vocabulary/slug.ts';

/** Tokens and screens of one board that hold. */
export const maxTokens = 200;

/** `post` may read as well. */
export const tokenRightSchema = z.enum(['read', 'post']);

const idsSchema = z
  .array(slugSchema)
  .min(1, { error: 'name at least one, or leave it out' })
  .max(200);

/** What a steward says of a token. */
export const tokenBodySchema = z.strictObject({
  name: nameSchema,
  right: tokenRightSchema,
  /** Only results of these units; of all where it is left out. */
  units: idsSchema.optional(),
  metrics: idsSchema.optional(),
  /** After so many days it holds no more; left out, it holds until it is revoked. */
  days: z.int().min(1).max(3650).optional(),
});
export type TokenBody = z.infer<typeof tokenBodySchema>;

/** What a machine or a screen may do on its board. */
export interface Token {
  id: string;
  name: string;
  /** SHA-256 (hex) of its secret, which is 256 random bits and kept nowhere. */
  hash: string;
  /** `screen`: a display that a steward admitted; it reads and writes nothing. */
  right: 'read' | 'post' | 'screen';
  units?: string[] | undefined;
  metrics?: string[] | undefined;
  expiresAt?: string | undefined;
  /** The wall that a screen is, as it names itself. */
  display?: string | undefined;
  madeAt: string;
  /** Who made it, as the ledger says it. */
  madeBy: string;
}
