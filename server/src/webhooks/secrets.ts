import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';
import { z } from 'zod';

/** How long the secret before still signs, so that a receiver can be changed in its own time. */
export const previousSecretMs = 24 * 3_600_000;

const addressSchema = z.object({
  url: z.string(),
  secret: z.string(),
  previous: z.object({ secret: z.string(), until: z.number() }).optional(),
});

/** Where a webhook sends and what it signs with: on the shelf, and nowhere else. */
export type Address = z.infer<typeof addressSchema>;

export const readAddress = (text: string): Address => addressSchema.parse(JSON.parse(text));

/** As the Standard Webhooks specification has it. */
export const createSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** The headers of a signed message; two signatures while a secret is being replaced. */
export function signedHeaders(
  address: Address,
  { id, now, body }: { id: string; now: number; body: string },
): Record<string, string> {
  const { secret, previous } = address;
  const secrets = [secret, ...(previous && now < previous.until ? [previous.secret] : [])];
  const at = new Date(now);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': secrets.map((one) => new Signer(one).sign(id, at, body)).join(' '),
  };
}
