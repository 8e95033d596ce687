import { Tally } from './gateway-stats.ts';
import type { LiveServer } from './live-socket.ts';

const eventPacket = 2;

/**
 * Counts what Socket.IO encodes. Its in-memory adapter encodes a broadcast once, whatever the
 * number of receivers, with the one encoder of the server; this stands in front of that encoder.
 */
export class EncodingMeter {
  /** By the name of the event: `happening`, `patch`, `beat`, … */
  readonly events = new Tally();
  lastBytes = 0;

  constructor(io: LiveServer, onEncoded: (bytes: number) => void) {
    const { encoder } = io;
    const encode = encoder.encode.bind(encoder);
    encoder.encode = (packet) => {
      const encoded: unknown[] = encode(packet);
      const text: unknown = encoded[0];
      this.lastBytes = typeof text === 'string' ? text.length : 0;
      // An event's data is its name and its arguments.
      const [name] = packet.type === eventPacket ? (packet.data as unknown[]) : [];
      if (typeof name === 'string') this.events.add(name);
      onEncoded(this.lastBytes);
      return encoded;
    };
  }
}
