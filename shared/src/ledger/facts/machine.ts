import { z } from 'zod';
import { mappingBodySchema } from '../../machines/mapping.ts';
import { webhookFormatSchema } from '../../machines/webhook.ts';
import { replacesSchema as replaces } from './replaces.ts';

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
    replaces,
  }),
  z.strictObject({ type: z.literal('webhook.removed'), id: z.string() }),
  /** It failed for too long, or was told to stop. */
  z.strictObject({ type: z.literal('webhook.stopped'), id: z.string(), reason: z.string() }),
  mappingBodySchema.extend({ type: z.literal('mapping.put'), id: z.string(), replaces }),
  z.strictObject({ type: z.literal('mapping.removed'), id: z.string() }),
  /** `hash` is that of 256 random bits, which nobody finds by trying. */
  z.strictObject({
    type: z.literal('token.made'),
    id: z.string(),
    name: z.string(),
    hash: z.string(),
    right: z.enum(['read', 'post', 'screen']),
    units: z.array(z.string()).optional(),
    metrics: z.array(z.string()).optional(),
    expiresAt: z.string().optional(),
    display: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('token.revoked'), id: z.string() }),
] as const;
