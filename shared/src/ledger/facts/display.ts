import { z } from 'zod';
import {
  displayBodySchema,
  messageBodySchema,
  playlistBodySchema,
} from '../../vocabulary/display.ts';

import { replacesSchema as replaces } from './replaces.ts';

/** Facts about the walls of a board: what they show, what they are called, what they are told. */
export const displayFacts = [
  playlistBodySchema.extend({ type: z.literal('playlist.put'), id: z.string(), replaces }),
  z.strictObject({ type: z.literal('playlist.removed'), id: z.string() }),
  displayBodySchema.extend({ type: z.literal('display.named'), id: z.string(), replaces }),
  z.strictObject({ type: z.literal('display.removed'), id: z.string() }),
  messageBodySchema.extend({ type: z.literal('message.put'), id: z.string() }),
  z.strictObject({ type: z.literal('message.removed'), id: z.string() }),
] as const;
