import { DirectSend, loadSendAll } from './direct-send.ts';
import { bareSocketOf, hasWaiting, type Connection, type Stream } from './engine-internals.ts';
import { textFrame } from './frame.ts';
import type { LiveServer } from './live-socket.ts';

const engineMessage = '4';

/** One message and everyone it goes to. */
interface Sending {
  connections: readonly Connection[];
  encoded: string;
  frame: Buffer;
}

/**
 * One message to many connections: one frame for all of them, and everything that one turn has for
 * a connection in one write, past the packets, events and callbacks that Engine.IO makes for each.
 *
 * Invariant: a connection gets its bytes in the order of the calls, Socket.IO's own packets (answers,
 * pings) included. What waits here goes out before Engine.IO takes in a packet, and where something waits
 * in Engine.IO the message is queued behind it.
 */
export class FanOut {
  #sendings: Sending[] = [];
  /** The kernel has not taken everything. */
  readonly #onFull: (connection: Connection) => void;
  readonly #direct: DirectSend;

  constructor(onFull: (connection: Connection) => void, direct = new DirectSend(loadSendAll())) {
    this.#onFull = onFull;
    this.#direct = direct;
  }

  follow(io: LiveServer): void {
    io.engine.on('connection', (connection: Connection) =>
      connection.on('packetCreate', () => this.#flush()),
    );
  }

  /** `encoded`: the message as Socket.IO encodes it. */
  send(connections: readonly Connection[], encoded: string): void {
    if (this.#sendings.length === 0) queueMicrotask(() => this.#flush());
    const frame = textFrame(`${engineMessage}${encoded}`);
    this.#sendings.push({ connections, encoded, frame });
  }

  #flush(): void {
    const sendings = this.#sendings;
    if (sendings.length === 0) return;
    this.#sendings = [];
    const [only] = sendings;
    if (only && sendings.length === 1) this.#write(only.connections, sendings, only.frame);
    else this.#flushTogether(sendings);
  }

  #flushTogether(sendings: readonly Sending[]): void {
    const byConnection = new Map<Connection, Sending[]>();
    for (const sending of sendings)
      for (const connection of sending.connections) {
        const own = byConnection.get(connection);
        if (own) own.push(sending);
        else byConnection.set(connection, [sending]);
      }
    // Mostly the next connection gets the very same: neighbours are written to together.
    let group: { own: readonly Sending[]; connections: Connection[] } | undefined;
    const write = () => {
      if (!group) return;
      const bytes = Buffer.concat(group.own.map(({ frame }) => frame));
      this.#write(group.connections, group.own, bytes);
    };
    for (const [connection, own] of byConnection) {
      const isSame =
        group?.own.length === own.length && own.every((sending, at) => sending === group?.own[at]);
      if (!isSame) {
        write();
        group = { own, connections: [] };
      }
      group?.connections.push(connection);
    }
    write();
  }

  #write(connections: readonly Connection[], sendings: readonly Sending[], bytes: Buffer): void {
    const open: Connection[] = [];
    const streams: Stream[] = [];
    for (const connection of connections) {
      if (hasWaiting(connection)) {
        for (const { encoded } of sendings) connection.write(encoded);
        this.#onFull(connection);
        continue;
      }
      const bare = bareSocketOf(connection);
      // A connection that is closing takes nothing more; whoever comes back is told what was missed.
      if (bare?.readyState !== bare?.OPEN || !bare?._socket) continue;
      open.push(connection);
      streams.push(bare._socket);
    }
    this.#direct.write(streams, bytes, (at) => {
      const connection = open[at];
      if (connection) this.#onFull(connection);
    });
  }
}
