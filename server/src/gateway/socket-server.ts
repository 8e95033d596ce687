import type { Server as HttpServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Server } from 'socket.io';
import type { Admission } from './admission.ts';
import type { GatewayLimits } from './limits.ts';
import type { LiveServer } from './live-socket.ts';

/** A WebSocket that names a session would take it over, past any check of its origin. */
function refuseTakeovers(io: LiveServer): void {
  io.engine.use((request: { url?: string }, _: unknown, next: (err?: Error) => void) => {
    const isTakeover = /[?&]sid=/.test(request.url ?? '');
    next(isTakeover ? new Error('sessions are not taken over') : undefined);
  });
}

/** WebSocket only, and no recovery of sessions: who comes back says what is known and is checked. */
export function createSocketServer(
  server: HttpServer,
  limits: GatewayLimits,
  admission: Admission,
): LiveServer {
  const io: LiveServer = new Server(server, {
    path: '/socket.io',
    // With and without the slash at the end.
    addTrailingSlash: false,
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    maxHttpBufferSize: limits.maxMessageBytes,
    connectTimeout: 10_000,
    allowRequest: (request, verdict) => admission.judge(request, verdict),
  });
  refuseTakeovers(io);
  admission.follow(io);
  return io;
}

/**
 * Closes every connection. Not with Socket.IO's own farewell: its clients take that for final and
 * would not come back after a restart.
 */
export async function endConnections(
  io: LiveServer,
  { connections, sockets }: Admission,
  farewellMs: number,
): Promise<void> {
  const deadline = performance.now() + farewellMs;
  for (const connection of connections) connection.close();
  while (sockets.size > 0 && performance.now() < deadline) await delay(10);
  for (const socket of sockets) socket.terminate();
  io.engine.close();
}
