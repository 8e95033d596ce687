import { z } from 'zod';
import { happeningKindSchema } from '../protocol/http/feed.ts';
import { nameSchema } from '../vocabulary/slug.ts';

/** Webhooks of one board. */
export const maxWebhooks = 50;

/** In which form a happening is told: our own, or as a chat takes it. */
export const webhookFormatSchema = z.enum(['json', 'slack', 'teams', 'mattermost']);
export type WebhookFormat = z.infer<typeof webhookFormatSchema>;

/** No user and no password, and something after the scheme; whoever sends there parses it. */
const addressForm = /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i;

/** Chats write their secret into it, so it is kept as one. */
export const webhookUrlSchema = z
  .string()
  .trim()
  .max(2000, { error: 'at most 2,000 characters' })
  .regex(addressForm, {
    error: 'must be an address such as https://chat.example/hooks/…, without a user or a password',
  });

/** What a steward says of a webhook. */
export const webhookBodySchema = z.strictObject({
  name: nameSchema,
  /** Needed once; left out later, the address stays as it is. */
  url: webhookUrlSchema.optional(),
  kinds: z
    .array(happeningKindSchema)
    .min(1, { error: 'at least one kind of happening' })
    .transform((kinds) => [...new Set(kinds)].sort()),
  format: webhookFormatSchema,
  isOn: z.boolean().default(true),
});
export type WebhookBody = z.infer<typeof webhookBodySchema>;

/** A webhook as the ledger knows it: neither its address nor its secret. */
export interface Webhook {
  id: string;
  name: string;
  /** Of its address, without what may be secret in it: `https://hooks.example`. */
  origin: string;
  kinds: string[];
  format: WebhookFormat;
  isOn: boolean;
  /** Under which name the address and the secret are kept, beside the ledger. */
  kept: string;
  /** It tells what happened after this. */
  since: { epoch: string; seq: number };
  /** Why it was switched off by itself, and when. */
  stopped?: { reason: string; at: string };
}
