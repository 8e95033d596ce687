import {
  bareSocketOf,
  internalsOf,
  type BareSocket,
  type Connection,
  type Internals,
  type Stream,
} from './engine-internals.ts';

/**
 * The way to one connection past Engine.IO and `ws`: a thousand are looked at for each message, so what
 * never changes about a connection is found once.
 */
export class Wire {
  readonly connection: Connection;
  readonly #internals: Internals;
  readonly #bare: BareSocket | undefined;
  readonly #stream: Stream | undefined;
  readonly #handle: Stream['_handle'];
  readonly #descriptor: number;

  constructor(connection: Connection) {
    this.connection = connection;
    this.#internals = internalsOf(connection);
    this.#bare = bareSocketOf(connection);
    this.#stream = this.#bare?._socket ?? undefined;
    // What is encrypted is not the socket's to send.
    this.#handle = this.#stream?.encrypted === true ? undefined : this.#stream?._handle;
    this.#descriptor = this.#handle?.fd ?? -1;
  }

  /** Whether Engine.IO holds packets back until the transport takes more. */
  get hasWaiting(): boolean {
    return this.#internals.writeBuffer.length > 0;
  }

  /** A connection that is closing takes nothing more; whoever comes back is told what was missed. */
  get isOpen(): boolean {
    const bare = this.#bare;
    return bare !== undefined && bare.readyState === bare.OPEN;
  }

  /** The descriptor where bytes may pass the stream by, -1 where they may not. */
  get idleDescriptor(): number {
    const stream = this.#stream;
    // What waits in the stream goes first; the descriptor is its own while it has its handle.
    const isIdle = stream?.writableLength === 0 && stream._handle === this.#handle;
    return isIdle ? this.#descriptor : -1;
  }

  /** Answers with whether the kernel has taken everything. */
  write(bytes: Buffer): boolean {
    return this.#stream?.write(bytes) ?? true;
  }
}
