import { Tally } from './gateway-stats.ts';
import type { LiveServer } from './live-socket.ts';

const eventPacket = 2;

/**
 * Counts what Socket.IO encodes, with the one encoder of the server: a message to a room is encoded
 * once, whatever the number of receivers.
 */
export class EncodingMeter {
  /** By the name of the event: `happening`, `patch`, `beat`, … */
  readonly events = new Tally();
  lastBytes = 0;
  readonly #io: LiveServer;

  constructor(io: LiveServer) {
    this.#io = io;
    const { encoder } = io;
    const encode = encoder.encode.bind(encoder);
    encoder.encode = (packet) => {
      const encoded: unknown[] = encode(packet);
      const text: unknown = encoded[0];
      this.lastBytes = typeof text === 'string' ? text.length : 0;
      // An event's data is its name and its arguments.
      const [name] = packet.type === eventPacket ? (packet.data as unknown[]) : [];
      if (typeof name === 'string') this.events.add(name);
      return encoded;
    };
  }

  /** An event as it goes over the wire: text, since none of ours carries bytes. */
  encode(event: string, message: object): string {
    const [text] = this.#io.encoder.encode({
      type: eventPacket,
      nsp: '/',
      data: [event, message],
    }) as unknown[];
    return String(text);
  }
}
