import type { IncomingHttpHeaders } from 'node:http';
import type { BoardState } from '@emulation/shared';
import type { Actor } from '../identity/actor.ts';
import type { Action, authorize } from '../identity/authorize.ts';
import type { Sight } from './board-source.ts';
import type { LiveSocket } from './live-socket.ts';

/** The part of the identity that sockets need. */
export interface AccessDeps {
  identify(
    headers: IncomingHttpHeaders,
    address: string,
  ): { kind: 'known'; actor: Actor } | { kind: 'wrong-token' | 'too-many' };
  authorize: typeof authorize;
}

/** A browser cannot set headers on a WebSocket; a token may come in `auth` instead. */
function headersOf({ headers, auth }: LiveSocket['handshake']): IncomingHttpHeaders {
  const token: unknown = auth['token'];
  if (typeof token !== 'string' || headers.authorization !== undefined) return headers;
  return { ...headers, authorization: `Bearer ${token}` };
}

/** Who a connection is: asked anew for every event, because a session can end under way. */
function actorOf(socket: LiveSocket, deps: AccessDeps): Actor | undefined {
  const { handshake } = socket;
  const identified = deps.identify(headersOf(handshake), handshake.address);
  return identified.kind === 'known' ? identified.actor : undefined;
}

export function mayConnect(socket: LiveSocket, deps: AccessDeps): boolean {
  return actorOf(socket, deps) !== undefined;
}

/** What of a board a connection may see; `undefined`: not even that it is there. */
export function sightOf(
  socket: LiveSocket,
  { info }: BoardState,
  deps: AccessDeps,
): Sight | undefined {
  const actor = actorOf(socket, deps);
  if (actor === undefined || info === undefined) return undefined;
  const maySee = (action: Action) => deps.authorize(actor, action, info) === 'allowed';
  if (maySee('see-hidden')) return 'full';
  return maySee('see') ? 'public' : undefined;
}

/** Topics that not everybody who sees a board may watch. */
const actionOf: Readonly<Record<string, Action>> = { displays: 'run-displays' };

/** Whether a connection may watch a topic of a board that it sees. */
export function mayWatch(
  socket: LiveSocket,
  topic: string,
  { info }: BoardState,
  deps: AccessDeps,
): boolean {
  const action = actionOf[topic];
  if (action === undefined) return true;
  const actor = actorOf(socket, deps);
  return actor !== undefined && deps.authorize(actor, action, info) === 'allowed';
}
