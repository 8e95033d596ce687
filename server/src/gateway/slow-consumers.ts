import { bareSocketOf, queuedBytes, type Connection } from './engine-internals.ts';
import type { LiveServer, LiveSocket } from './live-socket.ts';

/** So much may be encoded before the queues are looked at again. */
const bytesPerLook = 64 * 1024;
const sweepMs = 1000;

/**
 * Cuts connections that more waits for than the limit: they may resume, and nobody else notices.
 * Looks again by the amount of what was sent, in a later turn, when the kernel has had its chance.
 */
export class SlowConsumers {
  readonly #connections: ReadonlySet<Connection>;
  readonly #limitBytes: number;
  readonly #onCut: (queuedBytes: number) => void;
  readonly #sweep: NodeJS.Timeout;
  #encodedBytes = 0;
  #nextLook: NodeJS.Immediate | undefined;
  /** A first answer may be larger than the limit; whoever asked for it may take it in. */
  readonly #allowances = new WeakMap<Connection, number>();
  /** What arrived together with the last straw is still heard. */
  readonly #cut = new WeakSet<Connection>();

  constructor(
    connections: ReadonlySet<Connection>,
    limitBytes: number,
    onCut: (queuedBytes: number) => void,
  ) {
    this.#connections = connections;
    this.#limitBytes = limitBytes;
    this.#onCut = onCut;
    this.#sweep = setInterval(() => this.#look(), sweepMs);
  }

  /**
   * Engine and WebSocket answer pings and refusals by themselves: whoever sends those and reads
   * nothing is looked at with each of them, long before the next sweep.
   */
  follow(io: LiveServer): void {
    io.engine.on('connection', (connection: Connection) => {
      const check = () => this.#check(connection);
      connection.on('packet', check);
      bareSocketOf(connection)?.on('ping', check);
    });
  }

  noteEncoded(bytes: number): void {
    this.#encodedBytes += bytes;
    if (this.#encodedBytes < bytesPerLook || this.#nextLook !== undefined) return;
    this.#nextLook = setImmediate(() => this.#look());
  }

  noteAnswer(socket: LiveSocket, bytes: number): void {
    const before = this.#allowances.get(socket.conn) ?? 0;
    if (bytes > before) this.#allowances.set(socket.conn, bytes);
  }

  close(): void {
    clearImmediate(this.#nextLook);
    clearInterval(this.#sweep);
  }

  #look(): void {
    clearImmediate(this.#nextLook);
    this.#nextLook = undefined;
    this.#encodedBytes = 0;
    for (const connection of this.#connections) this.#check(connection);
  }

  #check(conn: Connection): void {
    const queued = queuedBytes(conn);
    if (queued <= this.#limitBytes) this.#allowances.delete(conn);
    else if (queued > this.#limitBytes + (this.#allowances.get(conn) ?? 0)) {
      if (this.#cut.has(conn)) return;
      this.#cut.add(conn);
      this.#onCut(queued);
      // No closing handshake: it would wait behind what is not read.
      bareSocketOf(conn)?.terminate();
    }
  }
}
