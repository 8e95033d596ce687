import type { CheerAnswer, CheerRequest } from '@emulation/shared';
import { DisplayLine, type DisplayLineDeps } from './display-line.ts';
import type { GatewayLimits } from './limits.ts';
import { watcherKinds, type LiveSocket, type Watcher } from './live-socket.ts';
import { readCall, refuse, replyOf, type Call, type Reply } from './packet.ts';
import { TokenBucket } from './token-bucket.ts';
import type { WatchDesk } from './watch-desk.ts';

export interface ConnectionDeps {
  desk: WatchDesk;
  line: DisplayLineDeps;
  /** Answers a cheer of a connection. */
  cheer(socket: LiveSocket, request: CheerRequest): CheerAnswer;
  limits: GatewayLimits;
  onRefused(kind: string): void;
  onAnswered(socket: LiveSocket): void;
  onFailed(err: unknown, event: string): void;
}

function watcherOf(socket: LiveSocket): Watcher {
  const said: unknown = socket.handshake.auth['kind'];
  const kind = watcherKinds.find((known) => known === said) ?? 'spectator';
  return { socket, kind, boards: new Map() };
}

/**
 * Serves one connection: its events one after the other, so that the last watch wins. Nothing a
 * client sends, in any shape, gets further than here unchecked.
 */
export function serveConnection(socket: LiveSocket, deps: ConnectionDeps): void {
  const { desk, limits } = deps;
  const watcher = watcherOf(socket);
  const bucket = new TokenBucket(limits.eventBurst, limits.eventsPerSecond, performance.now());
  const line = new DisplayLine(socket, deps.line);
  const cheers = new TokenBucket(limits.cheerBurst, limits.cheersPerSecond, performance.now());
  const cheer = (request: CheerRequest) =>
    cheers.take(performance.now())
      ? deps.cheer(socket, request)
      : refuse('too-many', `at most ${limits.cheersPerSecond} cheers a second`);
  let queue = Promise.resolve();

  const perform = async (call: Call, reply: Reply): Promise<void> => {
    if (!socket.connected) return;
    if (call.name === 'watch') return desk.watch(watcher, call.request, reply);
    if (call.name === 'cheer') return reply(cheer(call.request));
    if (call.name === 'display') return reply(line.hear(call.request));
    desk.leave(watcher, call.request.board);
    reply({ ok: true });
  };
  const fail = (err: unknown, call: Call, reply: Reply): void => {
    deps.onFailed(err, call.name);
    reply(refuse('internal', 'something went wrong here'));
  };
  const hear = (event: unknown, args: readonly unknown[]): void => {
    const acknowledge = replyOf(args);
    const call = bucket.take(performance.now())
      ? readCall(event, args[0])
      : refuse('too-many', `at most ${limits.eventsPerSecond} events a second`);
    if (!('name' in call)) deps.onRefused(call.kind);
    // Nobody to answer: every event of the protocol asks for an acknowledgement.
    if (acknowledge === undefined) return;
    const reply: Reply = (answer) => {
      acknowledge(answer);
      deps.onAnswered(socket);
    };
    if (!('name' in call)) return reply(call);
    queue = queue.then(() => perform(call, reply)).catch((err: unknown) => fail(err, call, reply));
  };

  socket.onAny((event: unknown, ...args: unknown[]) => hear(event, args));
  socket.on('disconnect', () => {
    desk.leaveAll(watcher);
    line.leave();
  });
}
