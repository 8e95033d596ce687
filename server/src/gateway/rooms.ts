import type { Beat, Happening, Patch } from '@emulation/shared';
import type { Sight } from './board-source.ts';
import type { EncodingMeter } from './encoding-meter.ts';
import type { FanOut } from './fan-out.ts';
import type { LiveServer } from './live-socket.ts';
import { Wire } from './wire.ts';

interface Messages {
  happening: Happening;
  patch: Patch;
  beat: Beat;
  gone: { board: string };
}

/** What is watched: a board, in one of its sights. */
export interface Watched {
  board: string;
  sight: Sight;
}

/** Room of everybody who watches a board; sees its beats. No slug holds a line break. */
export const boardRoom = ({ board, sight }: Watched): string => `board\n${sight}\n${board}`;
export const topicRoom = ({ board, sight }: Watched, topic: string): string =>
  `topic\n${sight}\n${board}\n${topic}`;

/** Sends to rooms: one encoding each, none at all where nobody is. */
export class Rooms {
  readonly #io: LiveServer;
  readonly #meter: EncodingMeter;
  readonly #fanOut: FanOut;
  /** Of rooms that were sent to since anybody came or went. */
  readonly #wires = new Map<string, readonly Wire[]>();

  constructor(io: LiveServer, meter: EncodingMeter, fanOut: FanOut) {
    this.#io = io;
    this.#meter = meter;
    this.#fanOut = fanOut;
    const forget = (room: string) => void this.#wires.delete(room);
    const { adapter } = io.of('/');
    adapter.on('join-room', forget);
    adapter.on('leave-room', forget);
  }

  isEmpty(room: string): boolean {
    return !this.#io.of('/').adapter.rooms.has(room);
  }

  /** Answers with the bytes of the encoding; 0 where nobody is. */
  send<E extends keyof Messages>(room: string, event: E, message: Messages[E]): number {
    const wires = this.#wiresOf(room);
    if (wires.length === 0) return 0;
    this.#fanOut.send(wires, this.#meter.encode(event, message));
    return this.#meter.lastBytes;
  }

  #wiresOf(room: string): readonly Wire[] {
    const known = this.#wires.get(room);
    if (known) return known;
    const { sockets, adapter } = this.#io.of('/');
    const wires: Wire[] = [];
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = sockets.get(id);
      if (socket) wires.push((socket.data.wire ??= new Wire(socket.conn)));
    }
    if (wires.length > 0) this.#wires.set(room, wires);
    return wires;
  }
}
