import type { Beat, Happening, Patch } from '@emulation/shared';
import type { Sight } from './board-source.ts';
import type { Connection } from './engine-internals.ts';
import type { EncodingMeter } from './encoding-meter.ts';
import type { FanOut } from './fan-out.ts';
import type { LiveServer } from './live-socket.ts';

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

  constructor(io: LiveServer, meter: EncodingMeter, fanOut: FanOut) {
    this.#io = io;
    this.#meter = meter;
    this.#fanOut = fanOut;
  }

  isEmpty(room: string): boolean {
    return !this.#io.of('/').adapter.rooms.has(room);
  }

  /** Answers with the bytes of the encoding; 0 where nobody is. */
  send<E extends keyof Messages>(room: string, event: E, message: Messages[E]): number {
    const there = this.#io.of('/').adapter.rooms.get(room);
    if (!there) return 0;
    this.#fanOut.send(this.#connectionsOf(there), this.#meter.encode(event, message));
    return this.#meter.lastBytes;
  }

  #connectionsOf(ids: ReadonlySet<string>): Connection[] {
    const { sockets } = this.#io.of('/');
    const connections: Connection[] = [];
    for (const id of ids) {
      const socket = sockets.get(id);
      if (socket) connections.push(socket.conn);
    }
    return connections;
  }
}
