import type { ClientEvents, ServerEvents } from '@emulation/shared';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Actor } from '../identity/actor.ts';
import type { Sight } from './board-source.ts';
import type { Wire } from './wire.ts';

/** Who says to be looking; it decides nothing but the counts of the presence topic. */
export const watcherKinds = ['display', 'leader', 'spectator'] as const;
export type WatcherKind = (typeof watcherKinds)[number];

/** What is kept beside a connection: who it is, from the handshake on, and the way to it, once it is sent to. */
interface SocketData {
  actor?: Actor;
  wire?: Wire;
}

export type LiveServer = Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>;

/** The topics that a connection watches of a board, and in which sight. */
export interface WatchedList {
  readonly sight: Sight;
  readonly topics: ReadonlySet<string>;
}

/** One connection and what it watches, by board. */
export interface Watcher {
  readonly socket: LiveSocket;
  readonly kind: WatcherKind;
  readonly boards: Map<string, WatchedList>;
}
