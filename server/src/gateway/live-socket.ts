import type { ClientEvents, ServerEvents } from '@emulation/shared';
import type { Server, Socket } from 'socket.io';
import type { Sight } from './board-source.ts';

/** Who says to be looking; it decides nothing but the counts of the presence topic. */
export const watcherKinds = ['display', 'leader', 'spectator'] as const;
export type WatcherKind = (typeof watcherKinds)[number];

export type LiveServer = Server<ClientEvents, ServerEvents>;
export type LiveSocket = Socket<ClientEvents, ServerEvents>;

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
