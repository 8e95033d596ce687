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
  readonly #io: LiveServer;
  readonly #limitBytes: number;
  readonly #onCut: (queuedBytes: number) => void;
  readonly #sweep: NodeJS.Timeout;
  #encodedBytes = 0;
  #nextLook: NodeJS.Immediate | undefined;
  /** A first answer may be larger than the limit; whoever asked for it may take it in. */
  readonly #allowances = new WeakMap<Connection, number>();

  constructor(io: LiveServer, limitBytes: number, onCut: (queuedBytes: number) => void) {
    this.#io = io;
    this.#limitBytes = limitBytes;
    this.#onCut = onCut;
    this.#sweep = setInterval(() => this.#look(), sweepMs);
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
    for (const socket of this.#io.of('/').sockets.values()) this.#check(socket);
  }

  #check({ conn }: LiveSocket): void {
    const queued = queuedBytes(conn);
    if (queued <= this.#limitBytes) this.#allowances.delete(conn);
    else if (queued > this.#limitBytes + (this.#allowances.get(conn) ?? 0)) {
      this.#onCut(queued);
      // No closing handshake: it would wait behind what is not read.
      bareSocketOf(conn)?.terminate();
    }
  }
}
