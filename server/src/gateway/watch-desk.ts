import { setTimeout as pause } from 'node:timers/promises';
import type { BoardState, TopicAnswer, WatchAnswer, WatchRequest } from '@emulation/shared';
import type { BoardChannel } from './board-channel.ts';
import type { Sight } from './board-source.ts';
import type { Channels } from './channels.ts';
import type { WatchedList, Watcher } from './live-socket.ts';
import { refuse, type Refusal, type Reply } from './packet.ts';
import { boardRoom, topicRoom } from './rooms.ts';
import type { TopicPublisher } from './topic-publisher.ts';

export interface WatchDeskDeps {
  channels: Channels;
  /** What of a board a watcher may see now; `undefined`: not even that it is there. */
  sightOf(watcher: Watcher, state: BoardState): Sight | undefined;
  /** Whether a watcher that sees the board may watch a topic of it now. */
  mayWatch(watcher: Watcher, topic: string, state: BoardState): boolean;
  onPresence(board: string, watcher: Watcher, step: 1 | -1): void;
  maxBoards: number;
  catchUpMs: number;
  /** Resolves when this node holds what was committed of a board before. */
  arrive?: ((board: string) => Promise<void>) | undefined;
}

/** A watch that may be answered: every publisher has published what came before the request. */
interface Ready {
  ok: true;
  channel: BoardChannel;
  publishers: Map<string, TopicPublisher>;
}

/** A board may be replaced while a watch waits for it, but not for ever. */
const attempts = 3;

/** Takes watchers in and lets them go; each board of a watcher has its own list of topics. */
export class WatchDesk {
  readonly #deps: WatchDeskDeps;

  constructor(deps: WatchDeskDeps) {
    this.#deps = deps;
  }

  async watch(watcher: Watcher, request: WatchRequest, reply: Reply): Promise<void> {
    await this.#arrive(request.board);
    const ready = await this.#prepare(watcher, request);
    if (!watcher.socket.connected) return;
    if (!ready.ok) {
      // Not to be seen (any more): the list that stood before goes, too.
      if (ready.kind === 'not-found') this.leave(watcher, request.board);
      return reply(ready);
    }
    // From here to the reply nothing else runs: what the answer does not hold comes after it.
    this.#join(watcher, request, ready.channel);
    const answer = this.#answer(request, ready);
    reply(answer);
    watcher.socket.emit('beat', ready.channel.beatAt(answer.seq));
  }

  leave(watcher: Watcher, board: string): void {
    const list = watcher.boards.get(board);
    if (list === undefined) return;
    this.#leaveSight(watcher, board, list);
    this.#deps.onPresence(board, watcher, -1);
  }

  #leaveSight(watcher: Watcher, board: string, { sight, topics }: WatchedList): void {
    watcher.boards.delete(board);
    this.#deps.channels.get(board, sight)?.watchers.delete(watcher);
    for (const topic of topics) void watcher.socket.leave(topicRoom({ board, sight }, topic));
    void watcher.socket.leave(boardRoom({ board, sight }));
  }

  /** Ends the connections of those who may no longer see what they watch: they come back anew. */
  turnOutUnentitled(): void {
    for (const channel of this.#deps.channels.all()) {
      for (const watcher of channel.watchers)
        if (!this.#isEntitled(watcher, channel)) watcher.socket.disconnect(true);
    }
  }

  #isEntitled(watcher: Watcher, { board, sight, state }: BoardChannel): boolean {
    const entitled = this.#deps.sightOf(watcher, state);
    if (entitled === undefined || (sight === 'full' && entitled !== 'full')) return false;
    const topics = watcher.boards.get(board)?.topics ?? [];
    return [...topics].every((topic) => this.#deps.mayWatch(watcher, topic, state));
  }

  leaveAll(watcher: Watcher): void {
    for (const board of watcher.boards.keys()) this.leave(watcher, board);
  }

  /** Whoever watches after a post finds it in the answer, also where another process committed it. */
  async #arrive(board: string): Promise<void> {
    const { arrive, catchUpMs } = this.#deps;
    if (!arrive) return;
    const late = new AbortController();
    await Promise.race([arrive(board), pause(catchUpMs, undefined, { signal: late.signal })]);
    late.abort();
  }

  async #prepare(watcher: Watcher, request: WatchRequest): Promise<Ready | Refusal> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const ready = await this.#tryPrepare(watcher, request);
      const isVoid = ready.ok && [...ready.publishers.values()].some((one) => one.isClosed);
      if (!isVoid && (!ready.ok || ready.channel === this.#open(watcher, request))) return ready;
    }
    return refuse('unavailable', 'the board is being replaced: watch again');
  }

  async #tryPrepare(watcher: Watcher, request: WatchRequest): Promise<Ready | Refusal> {
    const channel = this.#open(watcher, request);
    if (channel === undefined) return refuse('not-found', 'no such board');
    if (!watcher.boards.has(request.board) && watcher.boards.size >= this.#deps.maxBoards)
      return refuse('too-many', `at most ${this.#deps.maxBoards} boards on one connection`);
    await this.#catchUp(request, channel);
    const publishers = new Map<string, TopicPublisher>();
    for (const topic of new Set(request.topics)) {
      if (topic === 'feed') continue;
      const isOpen = this.#deps.mayWatch(watcher, topic, channel.state);
      const publisher = isOpen ? channel.topic(topic) : undefined;
      if (!publisher) return refuse('unknown-topic', `the board has no topic "${topic}"`);
      publishers.set(topic, publisher);
    }
    await Promise.all([...publishers.values()].map((publisher) => publisher.settled()));
    return { ok: true, channel, publishers };
  }

  /** The channel of the board in the sight that the watcher may have, and asks for. */
  #open(watcher: Watcher, { board, sight: asked }: WatchRequest): BoardChannel | undefined {
    const seen = this.#deps.channels.open(board, 'public');
    const sight = seen && this.#deps.sightOf(watcher, seen.state);
    if (sight === undefined) return undefined;
    return asked === 'public' ? seen : this.#deps.channels.open(board, sight);
  }

  /** A client that saw more on another node is not shown less for a moment. */
  async #catchUp({ known = {}, epoch }: WatchRequest, channel: BoardChannel): Promise<void> {
    if (epoch !== undefined && epoch !== channel.epoch) return;
    const newest = Math.max(0, ...Object.values(known));
    await channel.reached(newest, this.#deps.catchUpMs);
  }

  #join(watcher: Watcher, { board, topics }: WatchRequest, channel: BoardChannel): void {
    const before = watcher.boards.get(board);
    const { sight } = channel;
    const after = new Set(topics);
    if (before && before.sight !== sight) this.#leaveSight(watcher, board, before);
    else
      for (const topic of before?.topics ?? [])
        if (!after.has(topic)) void watcher.socket.leave(topicRoom(channel, topic));
    void watcher.socket.join([
      boardRoom(channel),
      ...topics.map((topic) => topicRoom(channel, topic)),
    ]);
    watcher.boards.set(board, { sight, topics: after });
    channel.watchers.add(watcher);
    if (before === undefined) this.#deps.onPresence(board, watcher, 1);
  }

  #answer(request: WatchRequest, ready: Ready): Extract<WatchAnswer, { ok: true }> {
    const { channel, publishers } = ready;
    const isSameEpoch = request.epoch === undefined || request.epoch === channel.epoch;
    const known = isSameEpoch ? (request.known ?? {}) : {};
    const topics: Record<string, TopicAnswer> = {};
    for (const topic of new Set(request.topics)) {
      const publisher = publishers.get(topic);
      topics[topic] = publisher?.answer(known[topic]) ?? channel.feed(known[topic]);
    }
    return { ok: true, epoch: channel.epoch, seq: channel.announced, topics };
  }
}
