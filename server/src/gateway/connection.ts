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

const idle = Promise.resolve();

/**
 * What one connection says and is answered: its events one after the other, so that the last watch wins.
 * There are ten thousand of these: methods and what all share instead of functions for each, and nothing
 * for walls and cheers where there is neither.
 */
class Conversation {
  readonly #socket: LiveSocket;
  readonly #deps: ConnectionDeps;
  readonly #watcher: Watcher;
  readonly #events: TokenBucket;
  #cheers: TokenBucket | undefined;
  #line: DisplayLine | undefined;
  #queue: Promise<void> = idle;

  constructor(socket: LiveSocket, deps: ConnectionDeps) {
    const { eventBurst, eventsPerSecond } = deps.limits;
    this.#socket = socket;
    this.#deps = deps;
    this.#watcher = watcherOf(socket);
    this.#events = new TokenBucket(eventBurst, eventsPerSecond, performance.now());
  }

  /** Nothing a client sends, in any shape, gets further than here unchecked. */
  hear(event: unknown, args: readonly unknown[]): void {
    const { limits } = this.#deps;
    const acknowledge = replyOf(args);
    const call = this.#events.take(performance.now())
      ? readCall(event, args[0])
      : refuse('too-many', `at most ${limits.eventsPerSecond} events a second`);
    if (!('name' in call)) this.#deps.onRefused(call.kind);
    // Nobody to answer: every event of the protocol asks for an acknowledgement.
    if (acknowledge === undefined) return;
    const reply: Reply = (answer) => {
      acknowledge(answer);
      this.#deps.onAnswered(this.#socket);
    };
    if (!('name' in call)) return reply(call);
    this.#queue = this.#queue
      .then(() => this.#perform(call, reply))
      .catch((err: unknown) => {
        this.#deps.onFailed(err, call.name);
        reply(refuse('internal', 'something went wrong here'));
      });
  }

  leave(): void {
    this.#deps.desk.leaveAll(this.#watcher);
    this.#line?.leave();
  }

  async #perform(call: Call, reply: Reply): Promise<void> {
    const { desk, line } = this.#deps;
    if (!this.#socket.connected) return;
    if (call.name === 'watch') return desk.watch(this.#watcher, call.request, reply);
    if (call.name === 'cheer') return reply(this.#cheer(call.request));
    if (call.name === 'display') {
      this.#line ??= new DisplayLine(this.#socket, line);
      return reply(this.#line.hear(call.request));
    }
    desk.leave(this.#watcher, call.request.board);
    reply({ ok: true });
  }

  #cheer(request: CheerRequest): CheerAnswer {
    const { limits } = this.#deps;
    const now = performance.now();
    this.#cheers ??= new TokenBucket(limits.cheerBurst, limits.cheersPerSecond, now);
    return this.#cheers.take(now)
      ? this.#deps.cheer(this.#socket, request)
      : refuse('too-many', `at most ${limits.cheersPerSecond} cheers a second`);
  }
}

/** Serves one connection until it ends. `deps` are the same for all of them. */
export function serveConnection(socket: LiveSocket, deps: ConnectionDeps): void {
  const conversation = new Conversation(socket, deps);
  socket.onAny((event: unknown, ...args: unknown[]) => conversation.hear(event, args));
  socket.on('disconnect', () => conversation.leave());
}
