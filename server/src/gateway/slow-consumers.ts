import { bareSocketOf, queuedBytes, type Connection } from './engine-internals.ts';
import type { LiveServer, LiveSocket } from './live-socket.ts';

const sweepMs = 1000;

/**
 * Cuts connections that more waits for than the limit: they may resume, and nobody else notices.
 * Looks only at those that the kernel has not taken everything for, and in a later turn, when it
 * has had its chance: whoever reads costs nothing here.
 */
export class SlowConsumers {
  readonly #limitBytes: number;
  readonly #onCut: (queuedBytes: number) => void;
  readonly #sweep: NodeJS.Timeout;
  #nextLook: NodeJS.Immediate | undefined;
  /** Something may be waiting for them. */
  readonly #suspects = new Set<Connection>();
  /** A first answer may be larger than the limit; whoever asked for it may take it in. */
  readonly #allowances = new WeakMap<Connection, number>();
  /** What arrived together with the last straw is still heard. */
  readonly #cut = new WeakSet<Connection>();

  constructor(limitBytes: number, onCut: (queuedBytes: number) => void) {
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
      connection.on('close', () => this.#suspects.delete(connection));
    });
  }

  /** Not everything that was sent to it has been taken. */
  suspect(connection: Connection): void {
    this.#suspects.add(connection);
    this.#nextLook ??= setImmediate(() => this.#look());
  }

  noteAnswer({ conn }: LiveSocket, bytes: number): void {
    const before = this.#allowances.get(conn) ?? 0;
    if (bytes > before) this.#allowances.set(conn, bytes);
    this.suspect(conn);
  }

  close(): void {
    clearImmediate(this.#nextLook);
    clearInterval(this.#sweep);
  }

  #look(): void {
    this.#nextLook = undefined;
    for (const connection of this.#suspects) this.#check(connection);
  }

  #check(conn: Connection): void {
    const queued = queuedBytes(conn);
    if (queued === 0) this.#suspects.delete(conn);
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
