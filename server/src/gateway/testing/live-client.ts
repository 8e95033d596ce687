import type {
  Beat,
  Happening,
  Patch,
  Row,
  Rows,
  ServerEvents,
  TopicAnswer,
  WatchAnswer,
  WatchRequest,
} from '@emulation/shared';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';

export type Accepted = Extract<WatchAnswer, { ok: true }>;
type Options = Partial<ManagerOptions & SocketOptions>;

/** The socket as a test drives it: it may say anything. */
export type AnySocket = Socket<
  { [E in keyof ServerEvents]: ServerEvents[E] },
  { [event: string]: (...args: never[]) => void }
>;

/** What somebody else's client would hold of one topic. */
export interface HeldTopic {
  seq: number;
  rows: Map<string, Row>;
}

/**
 * A client by the book: rebuilds the rows of one board from snapshots and patches, and keeps
 * everything it heard in the order in which it came. A patch that does not follow is a fault.
 */
export class LiveClient {
  readonly socket: AnySocket;
  readonly topics = new Map<string, HeldTopic>();
  readonly happenings: Happening[] = [];
  readonly patches: Patch[] = [];
  readonly beats: Beat[] = [];
  readonly gone: string[] = [];
  readonly faults: string[] = [];
  epoch: string | undefined;
  /** Called whenever the rows of a topic are those of another position. */
  onRows: (topic: string, held: HeldTopic) => void = () => undefined;
  /** The position at which the feed was first answered, and the last one. */
  feedFrom: number | undefined;
  #feedSeq: number | undefined;
  #last = { seq: 0, n: 0 };

  constructor(url: string, options: Options = {}) {
    this.socket = io(url, { transports: ['websocket'], forceNew: true, ...options });
    this.socket.on('happening', (happening) => this.#happen(happening));
    this.socket.on('patch', (patch) => this.#hear(patch));
    this.socket.on('beat', (beat) => void this.beats.push(beat));
    this.socket.on('gone', ({ board }) => void this.gone.push(board));
  }

  async connected(): Promise<this> {
    if (this.socket.connected) return this;
    await new Promise<void>((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
    return this;
  }

  /** Any event with any arguments. */
  async ask(event: string, ...args: unknown[]): Promise<unknown> {
    return this.#ask(event, args, () => undefined);
  }

  /** Watches, and takes in the answer. */
  async watch(
    board: string,
    topics: string[],
    more: Partial<WatchRequest> = {},
  ): Promise<Accepted> {
    const request = { board, topics, ...more };
    const answer = (await this.#ask('watch', [request], (given) =>
      this.#take(given),
    )) as WatchAnswer;
    if (!answer.ok) throw new Error(`refused: ${answer.kind} (${answer.detail})`);
    return answer;
  }

  /** Watches again with what is known, as after a connection was lost. */
  async resume(board: string, topics: string[]): Promise<Accepted> {
    const known = Object.fromEntries(
      topics.flatMap((topic) => {
        const seq = topic === 'feed' ? this.#knownFeed() : this.topics.get(topic)?.seq;
        return seq === undefined ? [] : [[topic, seq]];
      }),
    );
    return this.watch(board, topics, { known, ...(this.epoch ? { epoch: this.epoch } : {}) });
  }

  rows(topic: string): Rows {
    return Object.fromEntries(this.topics.get(topic)?.rows ?? []);
  }

  close(): void {
    this.socket.disconnect();
  }

  /** `hear` runs before anything that follows the answer on the wire; a promise would run later. */
  async #ask(event: string, args: unknown[], hear: (answer: unknown) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const finish = (err: Error | null, answer: unknown) => {
        if (err) return reject(err);
        hear(answer);
        resolve(answer);
      };
      const emitter = this.socket.timeout(8000) as {
        emit(event: string, ...args: unknown[]): void;
      };
      emitter.emit(event, ...args, finish);
    });
  }

  #take(given: unknown): void {
    const answer = given as WatchAnswer;
    if (!answer.ok) return;
    if (answer.epoch !== this.epoch) this.#enterEpoch(answer.epoch);
    for (const [topic, part] of Object.entries(answer.topics)) this.#takeTopic(topic, part);
  }

  /** Positions of another epoch mean nothing here. */
  #enterEpoch(epoch: string): void {
    this.epoch = epoch;
    this.#feedSeq = undefined;
    this.#last = { seq: 0, n: 0 };
    this.topics.clear();
  }

  #takeTopic(topic: string, answer: TopicAnswer): void {
    if (topic === 'feed') return this.#takeFeed(answer);
    const held = this.topics.get(topic);
    if ('snapshot' in answer) {
      const rows = new Map(Object.entries(answer.snapshot.rows));
      this.topics.set(topic, { seq: answer.seq, rows });
    } else if (held === undefined) {
      this.faults.push(`${topic}: resumed from nothing`);
    } else if ('patches' in answer) {
      // Those that came while the question was under way are held already.
      for (const patch of answer.patches as Patch[])
        if (patch.to > held.seq) this.#apply(held, patch);
    }
    const now = this.topics.get(topic);
    if (now?.seq !== answer.seq) this.faults.push(`${topic}: at ${now?.seq}, told ${answer.seq}`);
    if (now) this.onRows(topic, now);
  }

  #takeFeed(answer: TopicAnswer): void {
    if ('snapshot' in answer && this.#feedSeq !== undefined) this.faults.push('feed: begun anew');
    this.feedFrom ??= answer.seq;
    this.#feedSeq = answer.seq;
    if (!('patches' in answer)) return;
    // Of the last position some may have been heard before the connection ended.
    for (const one of answer.patches as Happening[]) if (this.#isNews(one)) this.#happen(one);
  }

  /** Of the last position heard, not every happening need have come. */
  #knownFeed(): number | undefined {
    if (this.#feedSeq === undefined) return undefined;
    return Math.max(this.#feedSeq, this.#last.seq - 1);
  }

  #isNews({ seq, n }: Happening): boolean {
    return seq > this.#last.seq || (seq === this.#last.seq && n > this.#last.n);
  }

  #happen(happening: Happening): void {
    const { board, seq, n } = happening;
    const isOtherBoard = this.happenings.some((one) => one.board !== board);
    if (!isOtherBoard && !this.#isNews(happening)) this.faults.push(`feed: ${seq}.${n} again`);
    this.#last = { seq, n };
    this.happenings.push(happening);
  }

  #hear(patch: Patch): void {
    this.patches.push(patch);
    const held = this.topics.get(patch.topic);
    if (!held || patch.epoch !== this.epoch) return;
    this.#apply(held, patch);
    this.onRows(patch.topic, held);
  }

  #apply(held: HeldTopic, { topic, from, to, set = {}, remove = [] }: Patch): void {
    if (from !== held.seq) this.faults.push(`${topic}: at ${held.seq}, heard ${from} to ${to}`);
    for (const key of remove) held.rows.delete(key);
    for (const [key, row] of Object.entries(set)) held.rows.set(key, row);
    held.seq = to;
  }
}
