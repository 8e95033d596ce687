import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import {
  liveProtocol,
  type CheerAnswer,
  type CheerRequest,
  type DisplayReport,
  type Happening,
  type Hello,
  type ProtocolRange,
} from '@emulation/shared';
import type { CheerDesk } from '../cheers/cheer-desk.ts';
import type { Displays } from '../displays/displays.ts';
import type { Credentials } from '../identity/credentials.ts';
import type { Log } from '../log.ts';
import { actorOf, mayWatch, meet, sightOf, type AccessDeps } from './access.ts';
import { Admission } from './admission.ts';
import type { BoardChannel, ChannelDeps } from './board-channel.ts';
import { stateIn, type BoardSource } from './board-source.ts';
import { Channels } from './channels.ts';
import { serveConnection, type ConnectionDeps } from './connection.ts';
import type { DisplayLineDeps } from './display-line.ts';
import { EncodingMeter } from './encoding-meter.ts';
import { FanOut } from './fan-out.ts';
import { Tally, type GatewayStats } from './gateway-stats.ts';
import type { LiveSocket } from './live-socket.ts';
import { defaultLimits, digestTopics, type GatewayLimits } from './limits.ts';
import { refuse } from './packet.ts';
import { Presence, type PresenceRelay } from './presence.ts';
import { protocolRefusal } from './protocol-gate.ts';
import { Rooms } from './rooms.ts';
import { SlowConsumers } from './slow-consumers.ts';
import { createSocketServer, endConnections } from './socket-server.ts';
import { boardTopic, cheersTopic, displaysTopic, presenceTopic } from './topic-source.ts';
import { WatchDesk } from './watch-desk.ts';

export interface GatewayDeps extends AccessDeps {
  /** What sockets came with: those in use are watched, and fall silent when they end. */
  credentials: Pick<Credentials, 'follow' | 'onEnded'>;
  /** Stays open: whoever made it closes it. */
  server: HttpServer;
  registry: BoardSource;
  /** The walls that are there; whoever made it closes it. */
  displays: Displays;
  /** What is cheered; whoever made it closes it. */
  cheers: CheerDesk;
  clock: { now(): number };
  log: Log;
  /** Where the presence on other nodes is heard of; without it a node counts its own. */
  relay?: PresenceRelay | undefined;
  /** The only origin that pages may connect from; otherwise that of the requested host. */
  publicUrl?: string | undefined;
  /** Resolves when this node holds what was committed of a board before; needed where others commit. */
  arrive?: ((board: string) => Promise<void>) | undefined;
  limits?: Partial<GatewayLimits> | undefined;
  /** Follows happenings to the screens. */
  tracing?: HappeningTracing | undefined;
  /** Versions of the protocol that are spoken; otherwise those of this build. */
  protocols?: ProtocolRange | undefined;
}

/** The part of tracing that the gateway needs. */
export interface HappeningTracing {
  mark(happening: Happening): Happening;
  noteShown(report: DisplayReport): void;
}

export interface Gateway {
  stats(): GatewayStats;
  /** How many connections other processes of this server hold: the limit is for all together. */
  noteElsewhere(connections: number): void;
  /** Lets nobody in any more and closes every connection, within two seconds. */
  close(): Promise<void>;
}

/** The live side of the server: everybody who watches a board, on Socket.IO. */
class SocketGateway implements Gateway {
  readonly #deps: GatewayDeps;
  readonly #limits: GatewayLimits;
  readonly #admission: Admission;
  readonly #io;
  readonly #meter: EncodingMeter;
  readonly #fanOut = new FanOut((connection) => this.#slow.suspect(connection));
  readonly #slow: SlowConsumers;
  readonly #presence: Presence;
  readonly #channels: Channels;
  readonly #desk: WatchDesk;
  readonly #rounds: NodeJS.Timeout[];
  readonly #refused = new Tally();
  #stopAnnouncing: () => void = () => undefined;
  readonly #stopListening: () => void;
  #computations = 0;
  #cut = 0;

  constructor(deps: GatewayDeps) {
    const limits = { ...defaultLimits, ...deps.limits };
    this.#deps = deps;
    this.#limits = limits;
    this.#admission = new Admission(limits, deps.publicUrl);
    this.#io = createSocketServer(deps.server, limits, this.#admission);
    this.#slow = new SlowConsumers(limits.maxQueuedBytes, (bytes) => this.#noteCut(bytes));
    this.#slow.follow(this.#io);
    this.#fanOut.follow(this.#io);
    this.#meter = new EncodingMeter(this.#io);
    this.#presence = new Presence(randomUUID(), deps.relay, (board) =>
      this.#channels.markChanged(board, 'presence'),
    );
    this.#channels = new Channels(deps.registry, this.#channelDeps(), (gone) => this.#empty(gone));
    this.#desk = this.#createDesk();
    this.#followDisplays();
    this.#stopListening = deps.credentials.onEnded(() => this.#turnOutEnded());
    this.#serve();
    this.#rounds = this.#startRounds();
  }

  stats(): GatewayStats {
    return {
      connections: this.#admission.connections.size,
      boards: this.#channels.size,
      topics: this.#channels.topics,
      computations: this.#computations,
      encodings: this.#meter.events.counts(),
      slowConsumers: this.#cut,
      refusedConnections: this.#admission.refused,
      refusedEvents: this.#refused.counts(),
    };
  }

  noteElsewhere(connections: number): void {
    this.#admission.elsewhere = connections;
  }

  async close(): Promise<void> {
    this.#admission.isClosing = true;
    for (const round of this.#rounds) clearInterval(round);
    this.#slow.close();
    await endConnections(this.#io, this.#admission, this.#limits.farewellMs);
    this.#stopAnnouncing();
    this.#stopListening();
    this.#presence.close();
    this.#channels.close();
  }

  #channelDeps(): ChannelDeps {
    const { clock, log, tracing } = this.#deps;
    const now = () => clock.now();
    const { patchGapMs, digestGapMs, idleTopicMs } = this.#limits;
    return {
      rooms: new Rooms(this.#io, this.#meter, this.#fanOut),
      mark: tracing && ((happening) => tracing.mark(happening)),
      now,
      sourceOf: (state, topic) => {
        if (topic === 'presence')
          return presenceTopic(state, (board) => this.#presence.rows(board));
        if (topic === 'cheers') return cheersTopic(state, this.#deps.cheers, now);
        if (topic === 'displays') return displaysTopic(state, this.#deps.displays, now);
        return boardTopic(state, topic, now);
      },
      gapMsOf: (topic) => (digestTopics.has(topic) ? digestGapMs : patchGapMs),
      idleTopicMs,
      onComputed: () => void this.#computations++,
      onFailed: (err, board, topic) => log.error({ err, board, topic }, 'a live view failed'),
    };
  }

  #createDesk(): WatchDesk {
    return new WatchDesk({
      channels: this.#channels,
      sightOf: ({ socket }, state) => sightOf(socket, state, this.#deps),
      mayWatch: ({ socket }, topic, state) => mayWatch(socket, topic, state, this.#deps),
      onPresence: (board, { kind }, step) => this.#presence.add(board, kind, step),
      maxBoards: this.#limits.maxBoardsPerConnection,
      catchUpMs: this.#limits.catchUpMs,
      arrive: this.#deps.arrive,
    });
  }

  #serve(): void {
    const { log } = this.#deps;
    const deps: ConnectionDeps = {
      desk: this.#desk,
      line: this.#lineDeps(),
      cheer: (from, request) => this.#cheer(from, request),
      limits: this.#limits,
      onRefused: (kind) => this.#refused.add(kind),
      onAnswered: (socket) => this.#slow.noteAnswer(socket, this.#meter.lastBytes),
      onFailed: (err, event) => log.error({ err, event }, 'a live event failed'),
    };
    this.#io.use((socket, next) => void this.#admit(socket, next));
    this.#io.on('connection', (socket) => {
      // Whoever names no version is a client that does not know the word.
      if ('protocol' in socket.handshake.auth) socket.emit('hello', this.#hello());
      this.#followCredential(socket);
      serveConnection(socket, deps);
    });
  }

  #protocols(): ProtocolRange {
    return this.#deps.protocols ?? liveProtocol;
  }

  #hello(): Hello {
    const { newest, oldest } = this.#protocols();
    return { protocol: newest, oldest };
  }

  async #admit(socket: LiveSocket, next: (refusal?: Error) => void): Promise<void> {
    next(await this.#refusalOf(socket));
  }

  /** Why somebody may not connect; `undefined`: they may. */
  async #refusalOf(socket: LiveSocket): Promise<Error | undefined> {
    const outdated = protocolRefusal(socket.handshake.auth, this.#protocols());
    if (outdated) return outdated;
    try {
      return (await meet(socket, this.#deps)) ? undefined : new Error('unauthorized');
    } catch (err) {
      this.#deps.log.warn({ err }, 'who connects cannot be found out');
      return new Error('unavailable');
    }
  }

  /** A session that ends takes its sockets with it; they may come back as somebody else. */
  #followCredential(socket: LiveSocket): void {
    const { actor } = socket.data;
    if (actor?.kind !== 'person') return;
    const leave = this.#deps.credentials.follow(actor.credential);
    socket.on('disconnect', leave);
  }

  #turnOutEnded(): void {
    for (const socket of this.#io.sockets.sockets.values())
      if (actorOf(socket, this.#deps) === undefined) socket.disconnect(true);
  }

  #cheer(socket: LiveSocket, request: CheerRequest): CheerAnswer {
    const { cheers, registry } = this.#deps;
    const host = registry.get(request.board);
    const sight = host && sightOf(socket, host.publicState, this.#deps);
    if (!host || sight === undefined) return refuse('not-found', 'no such board');
    const { kind } = cheers.cheer(request, stateIn(sight, host));
    if (kind === 'counted') return { ok: true };
    if (kind === 'full') return refuse('too-many', 'too many different cheers wait to be counted');
    return refuse(kind, kind === 'unknown-unit' ? 'unit: no such unit' : 'result: no such result');
  }

  #lineDeps(): DisplayLineDeps {
    const { displays, registry, clock, tracing } = this.#deps;
    const maySee = (socket: LiveSocket, board: string) => {
      const state = registry.get(board)?.publicState;
      return state !== undefined && sightOf(socket, state, this.#deps) !== undefined;
    };
    const onShown = tracing && ((report: DisplayReport) => tracing.noteShown(report));
    return { displays, boards: registry, clock, maySee, onShown };
  }

  /** Walls are told of in the topic `displays`, and tell of the records that everybody is told of. */
  #followDisplays(): void {
    const { displays, registry } = this.#deps;
    this.#deps.cheers.follow((board) => this.#channels.markChanged(board, 'cheers'));
    displays.follow((board) => this.#channels.markChanged(board, 'displays'));
    this.#stopAnnouncing = registry.onEvent((event) => {
      // Who lost a role on the board hears nothing more of what they may not see.
      if (event.kind === 'applied' && event.change.areas.has('members'))
        this.#desk.turnOutUnentitled();
      if (event.kind === 'removed') displays.forget(event.board);
      else if (event.kind === 'applied' && event.sight === 'public')
        displays.announce(event.host.publicState.board, event.happenings);
    });
  }

  /** What happens by itself: beats, topics given up, and presence between nodes. */
  #startRounds(): NodeJS.Timeout[] {
    const beat = () => {
      this.#desk.turnOutUnentitled();
      this.#channels.beat();
      this.#presence.tell(true);
      this.#presence.sweep();
      this.#deps.displays.tell(true);
      this.#deps.displays.sweep();
      this.#deps.cheers.tell(true);
      this.#deps.cheers.sweep();
    };
    return [
      setInterval(beat, this.#limits.beatMs),
      setInterval(() => {
        this.#presence.tell(false);
        this.#deps.displays.tell(false);
        this.#deps.cheers.tell(false);
      }, this.#limits.digestGapMs),
    ];
  }

  #empty(gone: BoardChannel): void {
    for (const watcher of gone.watchers) this.#desk.leave(watcher, gone.board);
  }

  #noteCut(queuedBytes: number): void {
    this.#cut++;
    this.#deps.log.warn({ queuedBytes }, 'a connection that did not read was cut');
  }
}

export function createGateway(deps: GatewayDeps): Gateway {
  return new SocketGateway(deps);
}
