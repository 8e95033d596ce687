import type { IncomingMessage } from 'node:http';
import { bareSocketOf, type BareSocket, type Connection } from './engine-internals.ts';
import type { GatewayLimits } from './limits.ts';
import type { LiveServer } from './live-socket.ts';
import { isOriginAllowed } from './origin.ts';
import { Turnstile } from './turnstile.ts';

type Verdict = (refusal: string | undefined, isAllowed: boolean) => void;

const ignore = () => undefined;

/** Decides at the handshake who may connect: by the page it comes from, and by how many there are. */
export class Admission {
  /** Everybody who is connected, whether or not they have said anything yet. */
  readonly connections = new Set<Connection>();
  /** What the machine still holds open, among it sockets whose clients keep them from closing. */
  readonly sockets = new Set<BareSocket>();
  refused = 0;
  /** Connections of this server that other processes hold: they count as well. */
  elsewhere = 0;
  isClosing = false;
  readonly #limits: GatewayLimits;
  readonly #publicUrl: string | undefined;
  readonly #perAddress = new Map<string, number>();
  readonly #turnstile = new Turnstile();

  constructor(limits: GatewayLimits, publicUrl: string | undefined) {
    this.#limits = limits;
    this.#publicUrl = publicUrl;
  }

  judge(request: IncomingMessage, verdict: Verdict): void {
    const { socket } = request;
    // Between HTTP and WebSocket nobody else listens for a connection that breaks.
    socket.on('error', ignore);
    this.#turnstile.pass(() => {
      const refusal = this.#refusalOf(request);
      if (refusal !== undefined) this.refused++;
      verdict(refusal, refusal === undefined);
      socket.off('error', ignore);
    });
  }

  follow(io: LiveServer): void {
    io.engine.on('connection', (connection: Connection) => {
      this.connections.add(connection);
      const socket = bareSocketOf(connection);
      if (socket) this.#followSocket(socket, connection.remoteAddress);
      connection.on('close', () => {
        this.connections.delete(connection);
        // A client that does not answer the farewell would hold on to its socket.
        if (socket && this.sockets.has(socket))
          setTimeout(() => socket.terminate(), this.#limits.farewellMs).unref();
      });
    });
  }

  #followSocket(socket: BareSocket, address: string): void {
    this.sockets.add(socket);
    this.#count(address, 1);
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.#count(address, -1);
    });
  }

  #count(address: string, step: 1 | -1): void {
    const count = (this.#perAddress.get(address) ?? 0) + step;
    if (count > 0) this.#perAddress.set(address, count);
    else this.#perAddress.delete(address);
  }

  #refusalOf(request: IncomingMessage): string | undefined {
    if (this.isClosing) return 'closing';
    if (!isOriginAllowed(request.headers, this.#publicUrl)) return 'origin not allowed';
    const ofAddress = this.#perAddress.get(request.socket.remoteAddress ?? '') ?? 0;
    const isFull =
      this.sockets.size + this.elsewhere >= this.#limits.maxConnections ||
      ofAddress >= this.#limits.maxConnectionsPerAddress;
    return isFull ? 'too many connections' : undefined;
  }
}
