import type { Log } from '../log.ts';
import { LedgerUnavailable } from '../ledger/ledger.ts';
import { Listeners } from '../relay/listeners.ts';
import type { Relay } from '../relay/relay.ts';
import type { Fault, ToWorker, ToWriter, WriterDesk } from './messages.ts';

function errorOf({ kind, message, retryAfterSeconds }: Fault): Error {
  return kind === 'unavailable'
    ? new LedgerUnavailable(message, retryAfterSeconds)
    : new Error(message);
}

/** A worker's end of the channel to its writer: what it asks, and the relay that it hears there. */
export class WriterLine {
  readonly relay: Relay;
  readonly #send: (message: ToWriter) => void;
  readonly #listeners: Listeners;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;

  constructor(send: (message: ToWriter) => void, log: Log) {
    this.#send = send;
    this.#listeners = new Listeners(log);
    this.relay = {
      publish: (message) => send({ kind: 'relay', message }),
      subscribe: (listener) => this.#listeners.add(listener),
      // Should the channel break, this process ends with it.
      healthy: () => true,
      close: async () => this.#listeners.clear(),
    };
  }

  /** @throws LedgerUnavailable when the writer's ledger cannot answer */
  ask<M extends keyof WriterDesk>(
    method: M,
    ...args: Parameters<WriterDesk[M]>
  ): ReturnType<WriterDesk[M]> {
    const waiting = Promise.withResolvers<unknown>();
    const id = ++this.#lastId;
    this.#waiting.set(id, waiting);
    this.#send({ kind: 'ask', id, method, args });
    // The writer answers with what the method gave.
    return waiting.promise as ReturnType<WriterDesk[M]>;
  }

  hear(message: Extract<ToWorker, { kind: 'relay' | 'answer' }>): void {
    if (message.kind === 'relay') return this.#listeners.tell(message.message);
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.fault) waiting?.reject(errorOf(message.fault));
    else waiting?.resolve(message.value);
  }
}
