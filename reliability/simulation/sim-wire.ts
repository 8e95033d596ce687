import type { Random } from '../../server/src/gateway/testing/random.ts';
import type { VirtualTime } from './virtual-time.ts';

export type Side = 'client' | 'server';
/** The name of an event and what it carries, or the answer to an earlier one. */
export interface Packet {
  event?: string;
  body: unknown;
  /** Number of the question that wants an answer, or that is answered. */
  ask?: number;
}

const other = { client: 'server', server: 'client' } as const;
/** A side that hears nothing at all for so long ends the connection (Engine.IO's pings). */
const pingMs = 30_000;

/**
 * One TCP connection: in order, complete up to some moment, and then nothing. It may be slow, it
 * may hang, it may end for one side long before the other notices.
 */
export class SimWire {
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #latencyMs: number;
  readonly #arrived = { client: 0, server: 0 };
  readonly #open = { client: true, server: true };
  readonly #receive: Partial<Record<Side, (packet: Packet) => void>> = {};
  readonly #end: Partial<Record<Side, () => void>> = {};
  #isBlackhole = false;

  constructor(time: VirtualTime, random: Random) {
    this.#time = time;
    this.#random = random;
    this.#latencyMs = 1 + random(40);
  }

  attach(side: Side, receive: (packet: Packet) => void, end: () => void): void {
    this.#receive[side] = receive;
    this.#end[side] = end;
  }

  isOpen(side: Side): boolean {
    return this.#open[side];
  }

  /** Nothing is wrong with it, whether or not a side has noticed. */
  get isSound(): boolean {
    return this.#open.client && this.#open.server && !this.#isBlackhole;
  }

  /** Packets are copied by whoever sends: sides share nothing. */
  send(from: Side, packet: Packet): void {
    const to = other[from];
    if (!this.#open[from] || this.#isBlackhole) return;
    const at = this.#time.now + this.#latencyMs + this.#random(10);
    this.#arrived[to] = Math.max(this.#arrived[to], at);
    this.#time.after(this.#arrived[to] - this.#time.now, () => {
      if (this.#open[to] && !this.#isBlackhole) this.#receive[to]?.(packet);
    });
  }

  /** Everything under way waits so long. */
  stall(ms: number): void {
    const until = this.#time.now + ms;
    this.#arrived.client = Math.max(this.#arrived.client, until);
    this.#arrived.server = Math.max(this.#arrived.server, until);
  }

  /** One side ends it; what was under way is lost, and the other side is told a little later. */
  close(side: Side): void {
    this.#close(side);
    if (!this.#isBlackhole) this.#time.after(this.#latencyMs, () => this.#close(other[side]));
  }

  /** The network breaks it: each side notices in its own time. */
  cut(): void {
    this.#isBlackhole = true;
    for (const side of ['client', 'server'] as const)
      this.#time.after(1 + this.#random(300), () => this.#close(side));
  }

  /** Nothing comes through any more, and nobody is told. */
  vanish(): void {
    this.#isBlackhole = true;
    for (const side of ['client', 'server'] as const)
      this.#time.after(pingMs, () => this.#close(side));
  }

  #close(side: Side): void {
    if (!this.#open[side]) return;
    this.#open[side] = false;
    this.#end[side]?.();
  }
}
