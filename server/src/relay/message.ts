import { entrySchema } from '@emulation/shared';
import { z } from 'zod';

const position = z.int().min(1);

/** What nodes tell each other. Positions always; the entries when they are small. */
export const relayMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('committed'),
    board: z.string(),
    epoch: z.string(),
    from: position,
    to: position,
    entries: z.array(entrySchema).exactOptional(),
  }),
  /** The board has a new epoch or is gone: forget what you hold and look at the ledger. */
  z.strictObject({ kind: z.literal('replaced'), board: z.string() }),
  z.strictObject({
    kind: z.literal('presence'),
    node: z.string(),
    counts: z.record(z.string(), z.int().min(0)),
  }),
]);
export type RelayMessage = z.infer<typeof relayMessageSchema>;
