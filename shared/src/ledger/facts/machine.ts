import { z } from 'zod';
import { mappingBodySchema } from '../../machines/mapping.ts';
import { webhookFormatSchema } from '../../machines/webhook.ts';

/**
 * What a board has to do with other systems. Addresses and secrets of webhooks are kept beside the
 * ledger, under the name `kept`: a ledger is exported and never forgets.
 */
export const machineFacts = [
  z.strictObject({
    type: z.literal('webhook.put'),
    id: z.string(),
    name: z.string(),
    origin: z.string(),
    kinds: z.array(z.string()),
    format: webhookFormatSchema,
    isOn: z.boolean(),
    kept: z.string(),
  }),
  z.strictObject({ type: z.literal('webhook.removed'), id: z.string() }),
  /** It failed for too long, or was told to stop. */
  z.strictObject({ type: z.literal('webhook.stopped'), id: z.string(), reason: z.string() }),
  mappingBodySchema.extend({ type: z.literal('mapping.put'), id: z.string() }),
  z.strictObject({ type: z.literal('mapping.removed'), id: z.string() }),
] as const;
