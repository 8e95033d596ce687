import { bareSocketOf, hasWaiting, onEngineSend, type Connection } from './engine-internals.ts';
import { textFrame } from './frame.ts';
import type { LiveServer, LiveSocket } from './live-socket.ts';

const engineMessage = '4';

/**
 * One message to many connections: one frame for all of them, and everything that one turn has for
 * a connection in one write, past the packets, events and callbacks that Engine.IO makes for each.
 *
 * Invariant: a connection gets its bytes in the order of the calls, Socket.IO's own packets (answers,
 * pings) included. What waits here goes out before Engine.IO sends, and where something waits in
 * Engine.IO the message is queued behind it.
 */
export class FanOut {
  readonly #waiting = new Map<Connection, Buffer[]>();
  /** The last write of several frames: mostly the next connection gets the very same. */
  #joined: { frames: readonly Buffer[]; bytes: Buffer } | undefined;

  follow(io: LiveServer): void {
    io.engine.on('connection', (connection: Connection) => {
      onEngineSend(connection, () => this.#flush(connection));
      connection.once('close', () => this.#waiting.delete(connection));
    });
  }

  /** `encoded`: the message as Socket.IO encodes it. */
  send(sockets: Iterable<LiveSocket>, encoded: string): void {
    const frame = textFrame(`${engineMessage}${encoded}`);
    for (const { conn } of sockets) {
      if (hasWaiting(conn)) conn.write(encoded);
      else this.#add(conn, frame);
    }
  }

  #add(connection: Connection, frame: Buffer): void {
    const frames = this.#waiting.get(connection);
    if (frames) return void frames.push(frame);
    if (this.#waiting.size === 0) queueMicrotask(() => this.#flushAll());
    this.#waiting.set(connection, [frame]);
  }

  #flushAll(): void {
    for (const connection of this.#waiting.keys()) this.#flush(connection);
    this.#joined = undefined;
  }

  #flush(connection: Connection): void {
    const frames = this.#waiting.get(connection);
    if (!frames) return;
    this.#waiting.delete(connection);
    const bare = bareSocketOf(connection);
    // A connection that is closing takes nothing more; whoever comes back is told what was missed.
    if (bare?.readyState === bare?.OPEN) bare?._socket?.write(this.#join(frames));
  }

  #join(frames: readonly Buffer[]): Buffer {
    const [first] = frames;
    if (first && frames.length === 1) return first;
    const known = this.#joined;
    const isSame =
      known?.frames.length === frames.length &&
      frames.every((frame, at) => frame === known.frames[at]);
    if (isSame) return known.bytes;
    const bytes = Buffer.concat(frames);
    this.#joined = { frames, bytes };
    return bytes;
  }
}
