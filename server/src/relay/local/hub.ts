import type { RelayMessage } from '../message.ts';

type Deliver = (message: RelayMessage) => void;

/** Lets several local relays of one process hear each other, as nodes on one Redis do. */
export class LocalHub {
  readonly #members = new Map<object, Deliver>();

  join(member: object, deliver: Deliver): void {
    this.#members.set(member, deliver);
  }

  leave(member: object): void {
    this.#members.delete(member);
  }

  /** In a later turn, as over a network: a publisher never runs its listeners' code. */
  tellOthers(sender: object, message: RelayMessage): void {
    if (!this.#members.has(sender)) return;
    setImmediate(() => {
      for (const [member, deliver] of [...this.#members]) {
        if (member !== sender) deliver(message);
      }
    });
  }
}
