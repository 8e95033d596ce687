import type { Log } from '../log.ts';
import type { RelayMessage } from './message.ts';

type Listener = (message: RelayMessage) => void;

/** Whoever listens on this node. One that throws disturbs neither the others nor the relay. */
export class Listeners {
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();

  constructor(log: Log) {
    this.#log = log;
  }

  add(listener: Listener): () => void {
    // Wrapped, so that the same function given twice is two subscriptions.
    const own: Listener = (message) => listener(message);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  tell(message: RelayMessage): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(message);
      } catch (err) {
        this.#log.error({ err, kind: message.kind }, 'a relay listener failed');
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
