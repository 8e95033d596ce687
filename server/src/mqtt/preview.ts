import type { MappingBody } from '@emulation/shared';
import { mapMessage, type Mapped, type Message } from './mapped.ts';

export interface SeenMessage extends Message {
  isRetained: boolean;
  becomes: Mapped[];
}

export type Preview =
  | { kind: 'heard'; messages: SeenMessage[] }
  | { kind: 'unreached' }
  | { kind: 'busy' };

const listenMs = 3_000;
const connectMs = 5_000;
const maxMessages = 20;
const maxAtOnce = 4;

let running = 0;

/**
 * Listens for a moment, beside the bridge and without a trace at the broker, and says what each
 * message would become. It ends early once enough came.
 */
export async function previewMapping(url: string, body: MappingBody): Promise<Preview> {
  if (running >= maxAtOnce) return { kind: 'busy' };
  running += 1;
  const { default: mqtt } = await import('mqtt');
  const client = mqtt.connect(url, {
    clean: true,
    protocolVersion: 4,
    reconnectPeriod: 0,
    connectTimeout: connectMs,
  });
  try {
    const messages: SeenMessage[] = [];
    const enough = Promise.withResolvers<void>();
    client.on('message', (topic, payload, { retain, messageId }) => {
      if (messages.length >= maxMessages) return;
      const message = { topic, payload: payload.toString(), messageId };
      const becomes = mapMessage({ id: 'preview', ...body }, message).slice(0, 50);
      messages.push({ ...message, isRetained: retain, becomes });
      if (messages.length === maxMessages) enough.resolve();
    });
    await new Promise<void>((resolve, reject) => {
      client.once('connect', () => resolve());
      client.once('error', reject);
      client.once('close', () => reject(new Error('closed')));
    });
    const [granted] = await client.subscribeAsync(body.filter, { qos: 0 });
    if (!granted || granted.qos > 2) return { kind: 'unreached' };
    const timer = setTimeout(enough.resolve, listenMs);
    await enough.promise;
    clearTimeout(timer);
    return { kind: 'heard', messages };
  } catch {
    return { kind: 'unreached' };
  } finally {
    running -= 1;
    client.on('error', () => undefined);
    client.end(true);
  }
}
