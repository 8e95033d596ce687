import type { Beat, BoardState, Happening, TopicAnswer } from '@emulation/shared';
import { stateIn, type BoardEvent, type FollowedBoard, type Sight } from './board-source.ts';
import { answerFeed } from './feed-answer.ts';
import { TopicPublisher, type Audience } from './topic-publisher.ts';
import type { TopicSource } from './topic-source.ts';
import { boardRoom, topicRoom, type Rooms } from './rooms.ts';
import type { Watcher } from './live-socket.ts';

export interface ChannelDeps {
  rooms: Pick<Rooms, 'isEmpty' | 'send'>;
  now(): number;
  /** The source of a topic that is not the feed. */
  sourceOf(state: BoardState, topic: string): TopicSource | undefined;
  gapMsOf(topic: string): number;
  idleTopicMs: number;
  /** What goes along with a happening, where traces are asked for. */
  mark?: ((happening: Happening) => Happening) | undefined;
  onComputed(): void;
  onFailed(err: unknown, board: string, topic: string): void;
}

type Applied = Extract<BoardEvent, { kind: 'applied' }>;

/**
 * One sight of a board for all its watchers on this node. Happenings go out in the very turn in which they
 * are heard of, everything else through the publisher of its topic.
 */
export class BoardChannel {
  readonly board: string;
  readonly sight: Sight;
  readonly watchers = new Set<Watcher>();
  #host: FollowedBoard;
  #state: BoardState;
  #epoch: string;
  /** Everything up to here was sent to the feed's room. */
  #announced: number;
  #day: number;
  readonly #deps: ChannelDeps;
  readonly #publishers = new Map<string, TopicPublisher>();
  readonly #catchingUp = new Set<() => void>();

  constructor(host: FollowedBoard, sight: Sight, deps: ChannelDeps) {
    const state = stateIn(sight, host);
    this.#host = host;
    this.#deps = deps;
    this.#state = state;
    this.#epoch = state.epoch;
    this.board = state.board;
    this.sight = sight;
    this.#announced = state.seq;
    this.#day = this.#dayNow();
  }

  get state(): BoardState {
    return this.#state;
  }

  get announced(): number {
    return this.#announced;
  }

  get epoch(): string {
    return this.#epoch;
  }

  get topics(): number {
    return this.#publishers.size;
  }

  apply(event: Applied): void {
    // What ends an epoch is told to those who still stand in it; `replaced` follows.
    if (event.epoch !== this.#epoch) {
      this.replace(event.host);
      this.#announced = Math.min(this.#announced, event.from - 1);
    }
    for (const happening of event.happenings) this.#announce(happening);
    this.#announced = Math.max(this.#announced, event.to);
    for (const publisher of this.#publishers.values())
      if (publisher.source.touchedBy(event.change)) publisher.markChanged();
    for (const check of this.#catchingUp) check();
  }

  /**
   * Another epoch: what was published is void, and a beat says so at once. A host that has loaded
   * another state is noticed even before it says so; nothing happens where all is as before.
   */
  replace(host: FollowedBoard): void {
    const state = stateIn(this.sight, host);
    const isSameState = state === this.#state;
    this.#host = host;
    if (state.epoch === this.#epoch) return isSameState ? undefined : this.#move(state);
    this.#closeTopics();
    this.#state = state;
    this.#epoch = state.epoch;
    this.#announced = state.seq;
    this.#day = this.#dayNow();
    this.#sendBeat(this.#announced);
  }

  /** Another object that says the same: what was published stands, and goes on from there. */
  #move(state: BoardState): void {
    this.#state = state;
    for (const [topic, publisher] of this.#publishers) {
      const source = this.#deps.sourceOf(state, topic);
      if (source) {
        publisher.continueFrom(source);
      } else {
        publisher.close();
        this.#publishers.delete(topic);
      }
    }
  }

  close(): void {
    this.#closeTopics();
  }

  remove(): void {
    this.#closeTopics();
    this.#deps.rooms.send(boardRoom(this), 'gone', { board: this.board });
  }

  /** The publisher of a topic, made where there is none; `undefined` for a topic not of this board. */
  topic(name: string): TopicPublisher | undefined {
    this.replace(this.#host);
    const existing = this.#publishers.get(name);
    if (existing) {
      existing.idleSince = undefined;
      return existing;
    }
    const source = this.#deps.sourceOf(this.#state, name);
    if (source === undefined) return undefined;
    const publisher = new TopicPublisher(source, this.#audienceOf(name), this.#deps.gapMsOf(name));
    this.#publishers.set(name, publisher);
    return publisher;
  }

  markChanged(topic: string): void {
    this.#publishers.get(topic)?.markChanged();
  }

  feed(known: number | undefined): TopicAnswer {
    return answerFeed(this.#state, this.#announced, known);
  }

  /** Resolves when this node has come to `seq`, or after `waitMs`. */
  async reached(seq: number, waitMs: number): Promise<void> {
    if (seq <= this.#announced) return;
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.#catchingUp.delete(check);
        resolve();
      };
      const check = () => {
        if (this.#announced >= seq) finish();
      };
      const timer = setTimeout(finish, waitMs);
      this.#catchingUp.add(check);
    });
  }

  beatAt(seq: number): Beat {
    const at = new Date(this.#deps.now()).toISOString();
    return { board: this.board, epoch: this.#epoch, seq, at };
  }

  /** Says the head, after everything up to it was sent. */
  async beat(): Promise<void> {
    this.#turnDay();
    const { seq, epoch } = { seq: this.#announced, epoch: this.#epoch };
    const watched = [...this.#publishers.values()].filter((publisher) => publisher.isWatched);
    await Promise.all(watched.map((publisher) => publisher.settled()));
    // Another epoch has said its own head meanwhile.
    if (epoch === this.#epoch) this.#sendBeat(seq);
  }

  /** Drops topics that nobody has watched for a while. */
  sweep(now: number): void {
    for (const [topic, publisher] of this.#publishers) {
      if (!this.#deps.rooms.isEmpty(topicRoom(this, topic))) publisher.idleSince = undefined;
      else publisher.idleSince ??= now;
      if (now - (publisher.idleSince ?? now) < this.#deps.idleTopicMs) continue;
      publisher.close();
      this.#publishers.delete(topic);
    }
  }

  #announce(happening: Happening): void {
    // The state may have been ahead of its events when the first watcher came.
    if (happening.seq <= this.#announced) return;
    this.#deps.rooms.send(
      topicRoom(this, 'feed'),
      'happening',
      this.#deps.mark?.(happening) ?? happening,
    );
  }

  #sendBeat(seq: number): void {
    this.#deps.rooms.send(boardRoom(this), 'beat', this.beatAt(seq));
  }

  #audienceOf(topic: string): Audience {
    const { rooms } = this.#deps;
    const room = topicRoom(this, topic);
    const epoch = this.#epoch;
    return {
      isPresent: () => !rooms.isEmpty(room),
      send: (bare) => {
        const patch = { board: this.board, epoch, ...bare };
        const bytes = rooms.send(room, 'patch', patch);
        // Nobody there: no encoding told the size, and those who come back count on the bound.
        return { patch, bytes: bytes || JSON.stringify(patch).length };
      },
      computed: () => this.#deps.onComputed(),
      failed: (err) => this.#deps.onFailed(err, this.board, topic),
    };
  }

  #closeTopics(): void {
    for (const publisher of this.#publishers.values()) publisher.close();
    this.#publishers.clear();
    for (const check of this.#catchingUp) check();
  }

  #dayNow(): number {
    return this.#state.zone.dayAt(this.#deps.now());
  }

  /** At the board's midnight the current month or week may be another one. */
  #turnDay(): void {
    const day = this.#dayNow();
    if (day === this.#day) return;
    this.#day = day;
    for (const publisher of this.#publishers.values())
      if (publisher.source.isOfPeriod) publisher.markChanged();
  }
}
