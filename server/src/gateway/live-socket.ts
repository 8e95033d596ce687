import type { ClientEvents, ServerEvents } from '@emulation/shared';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Actor } from '../identity/actor.ts';
import type { Sight } from './board-source.ts';

/** Who says to be looking; it decides nothing but the counts of the presence topic. */
export const watcherKinds = ['display', 'leader', 'spectator'] as const;
export type WatcherKind = (typeof watcherKinds)[number];

/** What is kept beside a connection: who it is, from the handshake on. */
interface SocketData {
  actor?: Actor;
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
