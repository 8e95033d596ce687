import type {
  Happening,
  Patch,
  Row,
  Rows,
  TopicAnswer,
  WatchAnswer,
  WatchRequest,
} from '@emulation/shared';

interface Topic {
  rows: Map<string, Row>;
  /** Position of the last change that was sent. */
  seq: number;
  pending: { set: Map<string, Row>; remove: Set<string> };
}

/** A server's side of the protocol for one board, by the book of docs/protocol.md, in memory. */
export class FakeBoard {
  epoch = 'e1';
  seq = 0;
  readonly topics = new Map<string, Topic>();
  happenings: Happening[] = [];

  readonly #send: (message: { patch: Patch } | { happening: Happening }) => void;

  constructor(
    names: readonly string[],
    send: (message: { patch: Patch } | { happening: Happening }) => void,
  ) {
    this.#send = send;
    for (const name of names) this.topics.set(name, this.#empty());
  }

  #empty(): Topic {
    return { rows: new Map(), seq: this.seq, pending: { set: new Map(), remove: new Set() } };
  }

  /** One entry: changes a row of one topic and makes `count` happenings. */
  change(name: string, key: string, value: number | null, count: number): void {
    this.seq += 1;
    const topic = this.topics.get(name);
    if (!topic) throw new Error(`no topic ${name}`);
    topic.pending.set.delete(key);
    topic.pending.remove.delete(key);
    if (value === null) topic.pending.remove.add(key);
    else topic.pending.set.set(key, { value });
    if (value === null) topic.rows.delete(key);
    else topic.rows.set(key, { value });
    for (let n = 1; n <= count; n += 1) this.#happen(n);
  }

  #happen(n: number): void {
    const place = {
      board: 'b',
      epoch: this.epoch,
      seq: this.seq,
      n,
      at: '2026-06-30T12:00:00.000Z',
    };
    const happening: Happening = { ...place, kind: 'import', results: 1, units: 0, metrics: 0 };
    this.happenings.push(happening);
    this.#send({ happening });
  }

  /** Sends what was conflated in a topic as one patch. */
  flush(name: string): void {
    const topic = this.topics.get(name);
    if (!topic || (topic.pending.set.size === 0 && topic.pending.remove.size === 0)) return;
    const set: Rows = Object.fromEntries(topic.pending.set);
    const remove = [...topic.pending.remove];
    const place = { board: 'b', epoch: this.epoch, topic: name, from: topic.seq, to: this.seq };
    topic.seq = this.seq;
    topic.pending = { set: new Map(), remove: new Set() };
    this.#send({ patch: { ...place, set, remove } });
  }

  restore(): void {
    this.epoch = `e${Number(this.epoch.slice(1)) + 1}`;
    this.seq = 0;
    this.happenings = [];
    for (const name of this.topics.keys()) this.topics.set(name, this.#empty());
  }

  answer(request: WatchRequest): WatchAnswer {
    const topics: Record<string, TopicAnswer> = {};
    const known = request.epoch === this.epoch ? (request.known ?? {}) : {};
    for (const name of request.topics) {
      if (name === 'feed') topics[name] = this.#feed(known[name]);
      else {
        this.flush(name);
        const topic = this.topics.get(name);
        if (!topic) return { ok: false, kind: 'unknown-topic', detail: `no topic "${name}"` };
        const rows = Object.fromEntries(topic.rows);
        topics[name] =
          known[name] === topic.seq
            ? { seq: topic.seq, upToDate: true }
            : { seq: topic.seq, snapshot: { rows } };
      }
    }
    return { ok: true, epoch: this.epoch, seq: this.seq, topics };
  }

  #feed(known: number | undefined): TopicAnswer {
    if (known !== undefined)
      return { seq: this.seq, patches: this.happenings.filter((one) => one.seq > known) };
    const rows = this.happenings.slice(-50).map((one) => [`${one.seq}.${one.n}`, { ...one }]);
    return { seq: this.seq, snapshot: { rows: Object.fromEntries(rows) } };
  }
}
