import { DirectSend, loadSendAll } from './direct-send.ts';
import type { Connection } from './engine-internals.ts';
import { textFrame } from './frame.ts';
import type { LiveServer } from './live-socket.ts';
import type { Wire } from './wire.ts';

const engineMessage = '4';

/** One message and everyone it goes to. */
interface Sending {
  wires: readonly Wire[];
  encoded: string;
  frame: Buffer;
}

/**
 * One message to many connections: one frame for all of them, and everything that one turn has for
 * a connection in one write, past the packets, events and callbacks that Engine.IO makes for each.
 *
 * Invariant: a connection gets its bytes in the order of the calls, Socket.IO's own packets (answers,
 * pings) included. What waits here goes out before Engine.IO takes in a packet, and where something waits
 * in Engine.IO the message is queued behind it.
 */
export class FanOut {
  #sendings: Sending[] = [];
  /** The kernel has not taken everything. */
  readonly #onFull: (connection: Connection) => void;
  readonly #direct: DirectSend;

  constructor(onFull: (connection: Connection) => void, direct = new DirectSend(loadSendAll())) {
    this.#onFull = onFull;
    this.#direct = direct;
  }

  follow(io: LiveServer): void {
    const flush = () => this.#flush();
    io.engine.on('connection', (connection: Connection) => connection.on('packetCreate', flush));
  }

  /** `encoded`: the message as Socket.IO encodes it. `wires` are not changed afterwards. */
  send(wires: readonly Wire[], encoded: string): void {
    if (this.#sendings.length === 0) queueMicrotask(() => this.#flush());
    const frame = textFrame(`${engineMessage}${encoded}`);
    this.#sendings.push({ wires, encoded, frame });
  }

  #flush(): void {
    const sendings = this.#sendings;
    if (sendings.length === 0) return;
    this.#sendings = [];
    const [first] = sendings;
    if (first && sendings.every(({ wires }) => wires === first.wires))
      this.#write(first.wires, sendings);
    else this.#flushTogether(sendings);
  }

  #flushTogether(sendings: readonly Sending[]): void {
    const byWire = new Map<Wire, Sending[]>();
    for (const sending of sendings)
      for (const wire of sending.wires) {
        const own = byWire.get(wire);
        if (own) own.push(sending);
        else byWire.set(wire, [sending]);
      }
    // Mostly the next connection gets the very same: neighbours are written to together.
    let group: { own: readonly Sending[]; wires: Wire[] } | undefined;
    for (const [wire, own] of byWire) {
      const isSame =
        group?.own.length === own.length && own.every((sending, at) => sending === group?.own[at]);
      if (!isSame) {
        if (group) this.#write(group.wires, group.own);
        group = { own, wires: [] };
      }
      group?.wires.push(wire);
    }
    if (group) this.#write(group.wires, group.own);
  }

  #write(wires: readonly Wire[], sendings: readonly Sending[]): void {
    const [first] = sendings;
    const isOne = sendings.length === 1;
    const bytes = first && isOne ? first.frame : Buffer.concat(sendings.map(({ frame }) => frame));
    const free: Wire[] = [];
    for (const wire of wires) {
      if (wire.hasWaiting) {
        for (const { encoded } of sendings) wire.connection.write(encoded);
        this.#onFull(wire.connection);
      } else if (wire.isOpen) free.push(wire);
    }
    this.#direct.write(free, bytes, ({ connection }) => this.#onFull(connection));
  }
}
