import { z } from 'zod';
import { honourBodySchema, titleBodySchema } from '../../vocabulary/honour.ts';
import { replacesSchema as replaces } from './replaces.ts';

/** Facts about titles and honours. */
export const honourFacts = [
  titleBodySchema.extend({ type: z.literal('title.put'), id: z.string(), replaces }),
  z.strictObject({ type: z.literal('title.removed'), id: z.string() }),
  honourBodySchema.extend({ type: z.literal('honour.awarded'), id: z.string() }),
  z.strictObject({ type: z.literal('honour.withdrawn'), id: z.string(), reason: z.string() }),
] as const;
