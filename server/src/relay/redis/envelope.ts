import { z } from 'zod';
import { relayMessageSchema } from '../message.ts';

/** Entries travel along only while the whole message stays within this; else positions do. */
export const maxMessageBytes = 64 * 1024;

/** Every node hears every message, its own too: `node` tells whose it is. */
const envelopeSchema = z.strictObject({
  node: z.string(),
  /** A heartbeat that must come back to its sender. */
  beat: z.int().exactOptional(),
  message: relayMessageSchema.exactOptional(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** `undefined`: too large even without entries. */
export function encodeEnvelope(envelope: Envelope): string | undefined {
  const whole = JSON.stringify(envelope);
  if (Buffer.byteLength(whole) <= maxMessageBytes) return whole;
  const { message } = envelope;
  if (message?.kind !== 'committed' || message.entries === undefined) return undefined;
  const { entries: _tooLarge, ...positions } = message;
  return encodeEnvelope({ ...envelope, message: positions });
}

/** `undefined`: not something that a node of this version says. */
export function decodeEnvelope(text: string): Envelope | undefined {
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Not JSON: anyone can publish into a Redis channel.
    return undefined;
  }
}
