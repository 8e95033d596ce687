import { liveProtocol, type ProtocolRefusal } from '@emulation/shared';
import type {
  CheerAnswer,
  CheerRequest,
  ClientEvents,
  CommandMessage,
  CommandReply,
  DisplayReply,
  DisplayReport,
  Happening,
  Row,
  ServerEvents,
} from '@emulation/shared';
import { io, type Socket } from 'socket.io-client';
import type { BoardEvent, BoardSync, Effect } from './board-state.ts';
import { newBoardSync } from './board-question.ts';
import { stepBoard } from './board-sync.ts';
import type { Connection } from '../http/request.ts';
import { isDead, newLink, stepLink, type Link, type LinkEvent } from './link.ts';

/** What the server counts its visitors as. */
export type ClientKind = 'display' | 'leader' | 'spectator';

/** What the driver tells whoever shows it. */
export interface Listener {
  board(state: BoardSync): void;
  link(link: Link): void;
  happening(happening: Happening): void;
  /** To this screen, as a wall; whoever does it answers. */
  command(message: CommandMessage, answer: (reply: CommandReply) => void): void;
  /** The server no longer speaks this client's version of the protocol: it is asked again and again. */
  outdated?(refusal: ProtocolRefusal): void;
}

export interface Driver {
  /** The topics of a board that are wanted from now on; none leaves the board. */
  want(board: string, topics: ReadonlySet<string>): void;
  /** Cheers now or not at all; whether it was counted. */
  cheer(request: CheerRequest): Promise<boolean>;
  /** Puts what this device kept of a board, heard last at `heardAt`, where the server said nothing yet. */
  restore(board: string, heardAt: number, change: (state: BoardSync) => BoardSync): void;
  /** Says what this screen is, as a wall; `undefined`: not connected, or no answer in time. */
  report(report: DisplayReport): Promise<DisplayReply | undefined>;
  /** Shows rows kept at `at` (ms) of an earlier visit until the server answers. */
  showKept(board: string, topics: ReadonlyMap<string, ReadonlyMap<string, Row>>, at: number): void;
  /** Leaves for good. */
  close(): void;
}

export interface DriverOptions extends Connection {
  kind?: ClientKind;
  /** True while a page shows everybody what it is told, whoever is signed in on it. */
  asksPublic?: () => boolean;
  /** Boards that are known already, by their ids. */
  first?: Readonly<Record<string, BoardSync>>;
}

const tickMs = 1_000;
const crowdMs = 800;
const reportMs = 5_000;
/** Nobody has answered a page that opened: what it shows is called old. */
const silenceMs = 4_000;
/** Until whoever was refused asks again: in the middle of an upgrade another node may answer. */
const refusedMs = 10_000;

/** What a server of another version of the protocol says; `undefined`: it is something else. */
function refusalIn({ data }: Error & { data?: unknown }): ProtocolRefusal | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  // The server's word for it: its shape is never to change.
  return data.kind === 'protocol' ? (data as ProtocolRefusal) : undefined;
}

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

function openSocket({ kind = 'spectator', origin, token }: DriverOptions): LiveSocket {
  const options = {
    transports: ['websocket'],
    auth: { kind, protocol: liveProtocol.newest },
    // Browsers send no headers of ours with a WebSocket: a page has its session instead.
    ...(token === undefined ? {} : { extraHeaders: { authorization: `Bearer ${token}` } }),
    reconnection: true,
    reconnectionAttempts: Infinity,
    reconnectionDelay: 400,
    reconnectionDelayMax: 8_000,
    randomizationFactor: 0.6,
  };
  return origin === undefined ? io(options) : io(origin, options);
}

/** The clock and the socket around the two state machines; it decides nothing itself. */
class SocketDriver implements Driver {
  readonly #boards = new Map<string, BoardSync>();
  readonly #socket: LiveSocket;
  readonly #listener: Listener;
  readonly #asksPublic: () => boolean;
  readonly #first: Readonly<Record<string, BoardSync>>;
  readonly #ticking: ReturnType<typeof setInterval>;
  #link = newLink;
  #asking: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: Listener, options: DriverOptions, socket: LiveSocket) {
    this.#listener = listener;
    this.#asksPublic = options.asksPublic ?? (() => false);
    this.#first = options.first ?? {};
    this.#socket = socket;
    this.#hearConnection();
    this.#hearRefusal();
    this.#hearBoards();
    this.#ticking = setInterval(() => this.#tick(), tickMs);
  }

  close(): void {
    clearInterval(this.#ticking);
    clearTimeout(this.#asking);
    this.#socket.disconnect();
  }

  want(board: string, topics: ReadonlySet<string>): void {
    const isNew = !this.#boards.has(board);
    if (isNew && topics.size === 0) return;
    if (isNew) this.#boards.set(board, this.#first[board] ?? newBoardSync(board));
    this.#feed(board, { type: 'wanted', topics, now: Date.now() });
    if (isNew && this.#socket.connected) this.#feed(board, { type: 'connected', now: Date.now() });
  }

  async cheer(request: CheerRequest): Promise<boolean> {
    // Nobody is cheered later: what the network does not take is gone.
    if (!this.#socket.connected) return false;
    try {
      // Of the answers of the protocol; the library's type of a timed acknowledgement is `any`.
      const answer = (await this.#socket
        .timeout(5_000)
        .emitWithAck('cheer', request)) as CheerAnswer;
      return answer.ok;
    } catch {
      return false; // the server did not answer: then it was not counted, as far as anybody knows
    }
  }

  restore(board: string, heardAt: number, change: (state: BoardSync) => BoardSync): void {
    const before = this.#boards.get(board);
    if (!before) return;
    if (this.#link.state === 'connecting') {
      this.#link = { state: 'stale', lastHeardAt: heardAt };
      this.#listener.link(this.#link);
    }
    const state = change(before);
    this.#boards.set(board, state);
    this.#listener.board(state);
  }

  async report(report: DisplayReport): Promise<DisplayReply | undefined> {
    if (!this.#socket.connected) return undefined;
    return new Promise((resolve) => {
      this.#socket
        .timeout(reportMs)
        .emit('display', report, (lost, reply) => resolve(lost ? undefined : reply));
    });
  }

  showKept(board: string, topics: ReadonlyMap<string, ReadonlyMap<string, Row>>, at: number): void {
    this.#feed(board, { type: 'restored', topics });
    // Most pages are answered before anybody could read how old their rows are.
    setTimeout(() => this.#step({ type: 'restored', at }), silenceMs);
  }

  #hearConnection(): void {
    this.#socket.on('connect', () => {
      this.#step({ type: 'connected', now: Date.now() });
      this.#feedAll({ type: 'connected', now: Date.now() });
    });
    this.#socket.on('disconnect', (reason) => {
      this.#step({ type: 'disconnected' });
      this.#feedAll({ type: 'disconnected' });
      // Socket.IO takes a disconnect by the server for final; a restarting server means it kindly.
      if (reason === 'io server disconnect') setTimeout(() => this.#socket.connect(), tickMs);
    });
  }

  /** Socket.IO comes back by itself where the network failed, and never where it was refused. */
  #hearRefusal(): void {
    this.#socket.on('connect_error', (error) => {
      // A wrong token stays wrong, and each attempt with one makes this address wait longer.
      if (this.#socket.active || error.message === 'unauthorized') return;
      const refusal = refusalIn(error);
      if (refusal) this.#listener.outdated?.(refusal);
      const pauseMs = refusedMs * (1 + Math.random());
      this.#asking = setTimeout(() => this.#socket.connect(), pauseMs);
    });
  }

  #hearBoards(): void {
    this.#socket.on('patch', (patch) =>
      this.#heard(patch.board, { type: 'patched', patch, now: Date.now() }),
    );
    this.#socket.on('happening', (happening) =>
      this.#heard(happening.board, { type: 'happened', happening, now: Date.now() }),
    );
    this.#socket.on('beat', (beat) =>
      this.#heard(beat.board, { type: 'beaten', beat, now: Date.now() }),
    );
    this.#socket.on('command', (message, answer) => this.#listener.command(message, answer));
    this.#socket.on('gone', ({ board }) =>
      this.#heard(board, { type: 'removed', now: Date.now() }),
    );
  }

  #heard(board: string, event: BoardEvent): void {
    this.#step({ type: 'heard', now: Date.now() });
    this.#feed(board, event);
  }

  #feed(board: string, event: BoardEvent): void {
    const before = this.#boards.get(board);
    if (!before) return;
    const { state, effects } = stepBoard(before, event);
    this.#boards.set(board, state);
    if (state !== before) this.#listener.board(state);
    for (const effect of effects) this.#perform(board, effect);
  }

  #feedAll(event: BoardEvent): void {
    for (const board of this.#boards.keys()) this.#feed(board, event);
  }

  #perform(board: string, effect: Effect): void {
    if (effect.kind === 'announce') this.#listener.happening(effect.happening);
    else if (effect.kind === 'leave') this.#socket.emit('unwatch', { board }, () => undefined);
    else if (effect.crowded) setTimeout(() => this.#ask(board, effect), Math.random() * crowdMs);
    else this.#ask(board, effect);
  }

  #ask(board: string, { request, body }: Extract<Effect, { kind: 'ask' }>): void {
    // Asked while the connection was away, it would be sent late and twice: coming back asks anew.
    if (!this.#socket.connected) return;
    // Overtaken while it waited for the crowd: the last watch that the server hears counts.
    if (this.#boards.get(board)?.requests !== request) return;
    const sight = this.#asksPublic() ? { sight: 'public' as const } : {};
    this.#socket.emit('watch', { ...body, ...sight }, (answer) =>
      this.#heard(board, { type: 'answered', request, answer, now: Date.now() }),
    );
  }

  #step(event: LinkEvent): void {
    const before = this.#link;
    this.#link = stepLink(before, event);
    if (this.#link !== before) this.#listener.link(this.#link);
  }

  #tick(): void {
    const now = Date.now();
    this.#step({ type: 'ticked', now });
    this.#feedAll({ type: 'ticked', now });
    if (!this.#socket.connected || this.#boards.size === 0 || !isDead(this.#link, now)) return;
    this.#socket.disconnect();
    this.#socket.connect();
  }
}

/** `socket`: another one than Socket.IO's own, which comes back by itself as that does. */
export function startDriver(
  listener: Listener,
  options: DriverOptions,
  socket: LiveSocket = openSocket(options),
): Driver {
  return new SocketDriver(listener, options, socket);
}
