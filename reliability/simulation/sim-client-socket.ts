import type { WatchAnswer, WatchRequest } from '@emulation/shared';
import type { LiveSocket } from '../../client-sdk/src/sync/driver.ts';
import type { Random } from '../../server/src/gateway/testing/random.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Packet, SimWire } from './sim-wire.ts';

type Hear = (...args: never[]) => void;

export interface ClientSocketDeps {
  time: VirtualTime;
  random: Random;
  /** A connection to some node; `undefined`: nobody answers there. */
  dial(): SimWire | undefined;
  /** A client that takes what it heard of for what it knows, and never sees a gap. */
  skipsGaps: boolean;
}

/** The client's end, in as much of Socket.IO's form as the driver uses; it comes back by itself. */
export class SimClientSocket {
  wire: SimWire | undefined;
  readonly #deps: ClientSocketDeps;
  readonly #listeners = new Map<string, Hear>();
  readonly #asked = new Map<number, (answer: never) => void>();
  #asks = 0;
  #isWanted = true;
  #head = 0;

  constructor(deps: ClientSocketDeps) {
    this.#deps = deps;
    this.#retry(1);
  }

  /** It has every member of a Socket.IO socket that the driver asks for. */
  asLiveSocket(): LiveSocket {
    return this as unknown as LiveSocket;
  }

  get connected(): boolean {
    return this.wire?.isOpen('client') ?? false;
  }

  on(event: string, hear: Hear): void {
    this.#listeners.set(event, hear);
  }

  connect(): void {
    this.#isWanted = true;
    this.#retry(1);
  }

  disconnect(): void {
    this.#isWanted = false;
    if (this.connected) this.wire?.close('client');
  }

  emit(event: string, body: object, acknowledge: (answer: never) => void): void {
    if (!this.connected) return;
    this.#asks += 1;
    this.#asked.set(this.#asks, acknowledge);
    const copy: unknown = JSON.parse(JSON.stringify(body));
    if (event === 'watch' && this.#deps.skipsGaps) this.#boast(copy as WatchRequest);
    this.wire?.send('client', { event, body: copy, ask: this.#asks });
  }

  /** Says that it knows what it only heard of. */
  #boast({ known }: WatchRequest): void {
    for (const topic of Object.keys(known ?? {}))
      if (known && topic !== 'feed') known[topic] = Math.max(known[topic] ?? 0, this.#head);
  }

  #retry(attempt: number): void {
    const { time, random } = this.#deps;
    const waitMs = attempt === 1 ? 5 + random(20) : Math.min(8000, 200 * 2 ** attempt);
    time.after(waitMs + random(100), () => this.#dial(attempt));
  }

  #dial(attempt: number): void {
    if (!this.#isWanted || this.connected) return;
    const wire = this.#deps.dial();
    if (wire === undefined) return this.#retry(attempt + 1);
    this.wire = wire;
    wire.attach(
      'client',
      (packet) => this.#take(packet),
      () => this.#lose(),
    );
    this.#tell('connect');
  }

  #lose(): void {
    this.#asked.clear();
    this.#tell('disconnect', 'transport close');
    if (this.#isWanted) this.#retry(1);
  }

  #take({ event, body, ask }: Packet): void {
    if (event === 'happening') this.#head = Math.max(this.#head, (body as { seq: number }).seq);
    if (event !== undefined) return this.#tell(event, body);
    if (this.#deps.skipsGaps) skipGaps(body as WatchAnswer);
    const answer = this.#asked.get(ask ?? 0);
    this.#asked.delete(ask ?? 0);
    // The answer to this very question, as the server made it.
    answer?.(body as never);
  }

  #tell(event: string, ...args: unknown[]): void {
    // The driver's own listener for this event.
    (this.#listeners.get(event) as ((...all: unknown[]) => void) | undefined)?.(...args);
  }
}

/** Every patch of the answer seems to join on. */
function skipGaps(answer: WatchAnswer): void {
  if (!answer.ok) return;
  for (const part of Object.values(answer.topics))
    for (const one of 'patches' in part ? part.patches : []) if ('from' in one) one.from = 0;
}
