import type { Random } from '../../server/src/gateway/testing/random.ts';
import type { Relay, RelayMessage } from '../../server/src/relay/relay.ts';
import type { VirtualTime } from './virtual-time.ts';

type Deliver = (message: RelayMessage) => void;

/** Pub/sub between nodes, as bad as one may be: late, in another order, doubled, lost, away. */
export class SimRelay {
  isDown = false;
  lossPercent = 5;
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #members = new Map<object, Set<Deliver>>();

  constructor(time: VirtualTime, random: Random) {
    this.#time = time;
    this.#random = random;
  }

  /** The relay as one node has it; `stallMs`: how long that node hears nothing yet. */
  join(stallMs: () => number): Relay {
    const member = {};
    const listeners = new Set<Deliver>();
    this.#members.set(member, listeners);
    return {
      publish: (message) => this.#tellOthers(member, message, stallMs),
      subscribe: (listener) => {
        const own: Deliver = (message) => listener(message);
        listeners.add(own);
        return () => listeners.delete(own);
      },
      healthy: () => !this.isDown,
      close: async () => void this.#members.delete(member),
    };
  }

  /** What somebody who is no node says. */
  forge(message: RelayMessage): void {
    this.#tellOthers({}, message, () => 0);
  }

  #tellOthers(sender: object, message: RelayMessage, stallMs: () => number): void {
    const text = JSON.stringify(message);
    for (const [member, listeners] of this.#members) {
      if (member === sender) continue;
      for (let copies = this.#random(20) === 0 ? 2 : 1; copies > 0; copies -= 1) {
        if (this.isDown || this.#random(100) < this.lossPercent) continue;
        const delayMs = 1 + this.#random(this.#random(8) === 0 ? 400 : 6) + stallMs();
        this.#time.after(delayMs, () => {
          // A node that has left hears nothing.
          if (!this.#members.has(member)) return;
          for (const listener of listeners) listener(JSON.parse(text) as RelayMessage);
        });
      }
    }
  }
}
