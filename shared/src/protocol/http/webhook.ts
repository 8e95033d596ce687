import { z } from 'zod';
import { webhookFormatSchema } from '../../machines/webhook.ts';

const webhookAnswerSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    origin: z.string().describe('Of its address; the rest of it is told to nobody again.'),
    kinds: z.array(z.string()),
    format: webhookFormatSchema,
    isOn: z.boolean(),
    stopped: z
      .object({ reason: z.string(), at: z.string() })
      .optional()
      .describe('Why and when it was switched off by itself.'),
    /** Its address and secret are not here: a ledger that came from elsewhere. */
    needsAddress: z.boolean(),
    waiting: z.int().describe('Happenings that it has not been told yet.'),
    lastDeliveredAt: z.string().optional(),
    failing: z
      .object({
        since: z.string(),
        attempts: z.int(),
        nextAt: z.string(),
        detail: z.string(),
      })
      .optional(),
  })
  .meta({ id: 'Webhook' });
export type WebhookAnswer = z.infer<typeof webhookAnswerSchema>;

export const webhooksAnswerSchema = z.object({
  seq: z.int(),
  webhooks: z.array(webhookAnswerSchema),
});

/** `secret` is in the answer that made it, and in no other. */
export const webhookPutAnswerSchema = z.object({
  webhook: webhookAnswerSchema,
  secret: z.string().optional(),
});
export type WebhookPutAnswer = z.infer<typeof webhookPutAnswerSchema>;
export const webhookSecretAnswerSchema = z.object({
  secret: z.string(),
  previousUntil: z.string().describe('Until then signatures of the secret before are sent, too.'),
});

export const deliverySchema = z
  .object({
    at: z.string(),
    /** `<board>:<epoch>:<seq>:<n>` of the happening, the same for every attempt. */
    happening: z.string(),
    kind: z.string(),
    attempt: z.int(),
    outcome: z.enum(['delivered', 'failed', 'note']),
    status: z.int().optional().describe('Of the answer, where there was one.'),
    ms: z.int(),
    detail: z.string(),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof deliverySchema>;

export const deliveriesAnswerSchema = z.object({
  deliveries: z.array(deliverySchema),
  next: z.string().optional(),
});
export type DeliveriesAnswer = z.infer<typeof deliveriesAnswerSchema>;

export const webhookTestAnswerSchema = deliverySchema.omit({ happening: true, kind: true });
