import type { ClientEvents, ServerEvents } from '@emulation/shared';
import type { Server, Socket } from 'socket.io';

/** Who says to be looking; it decides nothing but the counts of the presence topic. */
export const watcherKinds = ['display', 'leader', 'spectator'] as const;
export type WatcherKind = (typeof watcherKinds)[number];

export type LiveServer = Server<ClientEvents, ServerEvents>;
export type LiveSocket = Socket<ClientEvents, ServerEvents>;

/** One connection and what it watches: per board, the topics. */
export interface Watcher {
  readonly socket: LiveSocket;
  readonly kind: WatcherKind;
  readonly boards: Map<string, ReadonlySet<string>>;
}
