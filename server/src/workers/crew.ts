import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Gateway } from '../gateway/gateway.ts';
import { addStats, type GatewayStats } from '../gateway/gateway-stats.ts';
import { WorkerSeat, type SeatDeps } from './worker-seat.ts';

export interface CrewDeps extends SeatDeps {
  count: number;
  server: Server;
  /** The writer's own: it serves whoever comes while no worker can. */
  own: Gateway;
}

/** A worker that opens many large boards may take longer; it is not waited for. */
const startMs = 30_000;

type OnUpgrade = (request: IncomingMessage, socket: Socket, head: Buffer) => void;

/**
 * The gateway of a server with workers. The writer reads the head of every request; the socket of
 * one that becomes a WebSocket goes to the worker with the fewest, which answers it.
 */
export class Crew implements Gateway {
  readonly #deps: CrewDeps;
  readonly #seats: WorkerSeat[];
  readonly #ownUpgrade: OnUpgrade[];

  constructor(deps: CrewDeps) {
    const { server } = deps;
    this.#deps = deps;
    this.#seats = Array.from({ length: deps.count }, () => new WorkerSeat(deps));
    // Engine.IO listens here for the writer's own gateway.
    this.#ownUpgrade = server.listeners('upgrade') as OnUpgrade[];
    server.removeAllListeners('upgrade');
    server.on('upgrade', (...upgrade: Parameters<OnUpgrade>) => this.#pass(...upgrade));
  }

  /** Resolves when every worker serves, or after a while without those that do not yet. */
  async start(): Promise<void> {
    const late = new AbortController();
    const all = Promise.all(this.#seats.map((seat) => seat.start()));
    await Promise.race([all, pause(startMs, undefined, { signal: late.signal, ref: false })]);
    late.abort();
  }

  stats(): GatewayStats {
    return this.#seats.reduce((sum, seat) => addStats(sum, seat.stats), this.#deps.own.stats());
  }

  noteElsewhere(connections: number): void {
    this.#deps.own.noteElsewhere(connections);
  }

  async close(): Promise<void> {
    await Promise.all([this.#deps.own.close(), ...this.#seats.map((seat) => seat.close())]);
  }

  #pass(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const own = this.#deps.own.stats().connections;
    const all = this.#seats.reduce((sum, { sockets }) => sum + sockets, own);
    const open = this.#seats.filter(({ isOpen }) => isOpen);
    const [first] = open.toSorted((a, b) => a.sockets - b.sockets);
    if (first) return first.take(request, socket, head, all - first.sockets);
    this.#deps.own.noteElsewhere(all - own);
    for (const listener of this.#ownUpgrade) listener(request, socket, head);
  }
}
