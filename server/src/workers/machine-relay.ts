import type { Log } from '../log.ts';
import { Listeners } from '../relay/listeners.ts';
import type { Relay, RelayMessage } from '../relay/relay.ts';

type Send = (message: RelayMessage) => void;

export interface AttachedWorker {
  /** A message of this worker, for everybody else. */
  hear(message: RelayMessage): void;
  detach(): void;
}

/**
 * The relay of a machine with workers: each of them is a node. The writer stands between them and
 * whatever joins it to other machines, and passes on what each says to all but the one who said it.
 */
export class MachineRelay implements Relay {
  readonly #outer: Relay;
  readonly #listeners: Listeners;
  readonly #workers = new Set<Send>();
  readonly #leave: () => void;

  constructor(outer: Relay, log: Log) {
    this.#outer = outer;
    this.#listeners = new Listeners(log);
    this.#leave = outer.subscribe((message) => {
      this.#listeners.tell(message);
      this.#tellWorkers(message);
    });
  }

  publish(message: RelayMessage): void {
    this.#outer.publish(message);
    this.#tellWorkers(message);
  }

  subscribe(listener: (message: RelayMessage) => void): () => void {
    return this.#listeners.add(listener);
  }

  healthy(): boolean {
    return this.#outer.healthy();
  }

  attach(send: Send): AttachedWorker {
    // Wrapped, so that the same function given twice is two workers.
    const own: Send = (message) => send(message);
    this.#workers.add(own);
    return {
      hear: (message) => {
        if (!this.#workers.has(own)) return;
        this.#listeners.tell(message);
        this.#outer.publish(message);
        this.#tellWorkers(message, own);
      },
      detach: () => void this.#workers.delete(own),
    };
  }

  async close(): Promise<void> {
    this.#leave();
    this.#workers.clear();
    this.#listeners.clear();
    await this.#outer.close();
  }

  #tellWorkers(message: RelayMessage, sender?: Send): void {
    for (const send of this.#workers) if (send !== sender) send(message);
  }
}
