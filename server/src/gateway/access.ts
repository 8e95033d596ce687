import type { IncomingHttpHeaders } from 'node:http';
import type { BoardState } from '@emulation/shared';
import type { Actor } from '../identity/actor.ts';
import { guardedOf, type Action, type authorize } from '../identity/authorize.ts';
import type { Sight } from './board-source.ts';
import type { LiveSocket } from './live-socket.ts';

/** The part of the identity that sockets need. */
export interface AccessDeps {
  identify(
    headers: IncomingHttpHeaders,
    address: string,
  ): Promise<{ kind: 'known'; actor: Actor } | { kind: 'wrong-token' | 'too-many' }>;
  /** Whether what somebody connected with still holds. */
  holds(actor: Actor): boolean;
  authorize: typeof authorize;
}

/** A browser cannot set headers on a WebSocket; a token may come in `auth` instead. */
function headersOf({ headers, auth }: LiveSocket['handshake']): IncomingHttpHeaders {
  const token: unknown = auth['token'];
  if (typeof token !== 'string' || headers.authorization !== undefined) return headers;
  return { ...headers, authorization: `Bearer ${token}` };
}

/** Who a connection is; nobody from the moment at which what it came with has ended. */
export function actorOf({ data }: LiveSocket, deps: AccessDeps): Actor | undefined {
  return data.actor && deps.holds(data.actor) ? data.actor : undefined;
}

/** Finds out who connects; false where it is somebody with a wrong token. */
export async function meet(socket: LiveSocket, deps: AccessDeps): Promise<boolean> {
  const { handshake } = socket;
  const identified = await deps.identify(headersOf(handshake), handshake.address);
  if (identified.kind !== 'known') return false;
  socket.data.actor = identified.actor;
  return true;
}

/** What of a board a connection may see; `undefined`: not even that it is there. */
export function sightOf(
  socket: LiveSocket,
  state: BoardState,
  deps: AccessDeps,
): Sight | undefined {
  const actor = actorOf(socket, deps);
  const board = guardedOf(state);
  if (actor === undefined || board === undefined) return undefined;
  const maySee = (action: Action) => deps.authorize(actor, action, board) === 'allowed';
  if (maySee('see-hidden')) return 'full';
  return maySee('see') ? 'public' : undefined;
}

/** Topics that not everybody who sees a board may watch. */
const actionOf: Readonly<Record<string, Action>> = { displays: 'run-displays' };

/** Whether a connection may watch a topic of a board that it sees. */
export function mayWatch(
  socket: LiveSocket,
  topic: string,
  state: BoardState,
  deps: AccessDeps,
): boolean {
  const action = actionOf[topic];
  if (action === undefined) return true;
  const actor = actorOf(socket, deps);
  return actor !== undefined && deps.authorize(actor, action, guardedOf(state)) === 'allowed';
}
