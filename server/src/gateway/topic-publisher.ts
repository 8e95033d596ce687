import { diffRows, type Patch, type Row, type Rows, type TopicAnswer } from '@emulation/shared';
import { PatchRing } from './patch-ring.ts';
import type { TopicSource } from './topic-source.ts';

type BarePatch = Pick<Patch, 'topic' | 'from' | 'to' | 'set' | 'remove'>;

/** Those who watch the topic now. */
export interface Audience {
  isPresent(): boolean;
  /** Sends to all of them, encoded once; answers with the bytes of that encoding. */
  send(patch: BarePatch): { patch: Patch; bytes: number };
  /** The view was asked for its rows. */
  computed(): void;
  /** The view failed; the next change tries again. */
  failed(err: unknown): void;
}

/**
 * One topic of one board, for all its watchers: computes the rows once per change, sends the
 * difference, at most one patch in `gapMs`, and remembers the last patches for those who come back.
 *
 *   clean ──markChanged──▶ changed ──(at once, or `gapMs` after the last flush)──▶ flush ──▶ clean
 *
 * With nobody watching it stays `changed` until somebody asks.
 * Invariant: `#rows` are exactly what a watcher holds that applied every patch up to `#seq`.
 */
export class TopicPublisher {
  #source: TopicSource;
  /** Since when (ms) nobody watches; kept by whoever sweeps. */
  idleSince: number | undefined;
  readonly #audience: Audience;
  readonly #gapMs: number;
  readonly #rows: Map<string, Row>;
  readonly #ring = new PatchRing();
  #seq: number;
  /** A position at which two different sets of rows were, or may have been, told. */
  #unsureAt: number | undefined;
  #isChanged = false;
  #isClosed = false;
  #flushedAt = -Infinity;
  #cancelFlush: (() => void) | undefined;
  #waiting: (() => void)[] = [];

  constructor(source: TopicSource, audience: Audience, gapMs: number) {
    this.#source = source;
    this.#audience = audience;
    this.#gapMs = gapMs;
    this.#rows = new Map(source.rows());
    audience.computed();
    this.#seq = source.position();
    if (source.resume !== 'exact') this.#unsureAt = this.#seq;
  }

  get source(): TopicSource {
    return this.#source;
  }

  /** The same topic, computed from another object that says the same. */
  continueFrom(source: TopicSource): void {
    this.#source = source;
    this.markChanged();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get isWatched(): boolean {
    return this.#audience.isPresent();
  }

  markChanged(): void {
    this.#isChanged = true;
    this.#wake();
  }

  /** Resolves when everything that happened before this call has been published. */
  async settled(): Promise<void> {
    if (!this.#isChanged || this.#isClosed) return;
    // Nobody hears it, so there is no one to spare.
    if (!this.#audience.isPresent()) return this.#flush();
    // Whoever asks will be counted next: there is nothing of theirs to wait for.
    if (this.source.resume === 'never') return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** For a watcher that has just joined; what it knows counts only where it leads here exactly. */
  answer(known: number | undefined): TopicAnswer {
    this.#wake();
    const seq = this.#positionAfter(known);
    const canResume = known !== this.#unsureAt && this.source.resume !== 'never';
    if (known !== undefined && canResume) {
      if (known === this.#seq) return { seq, upToDate: true };
      const patches = this.#ring.since(known);
      if (patches) return { seq, patches };
    }
    return { seq, snapshot: { rows: Object.fromEntries(this.#rows) } };
  }

  /**
   * Where the rows stand, for a client that knows `known`. Another node may have told it of a change that
   * came and went here between two patches: the rows are those of `known`, too, where nothing is left to
   * publish, and a client goes back to no earlier position.
   */
  #positionAfter(known = 0): number {
    const isPublished = !this.#isChanged && known <= this.source.position();
    return isPublished ? Math.max(known, this.#seq) : this.#seq;
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelFlush?.();
    this.#releaseWaiting();
  }

  #wake(): void {
    const isDue = this.#isChanged && !this.#isClosed && this.#cancelFlush === undefined;
    if (!isDue || !this.#audience.isPresent()) return;
    const waitMs = this.#flushedAt + this.#gapMs - performance.now();
    // In a turn of its own: entries that are committed together make one patch.
    const immediate = waitMs <= 0 ? setImmediate(() => this.#flush()) : undefined;
    const timer = immediate ? undefined : setTimeout(() => this.#flush(), waitMs);
    this.#cancelFlush = () => {
      clearImmediate(immediate);
      clearTimeout(timer);
    };
  }

  #flush(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    this.#isChanged = false;
    try {
      this.#publish();
    } catch (err) {
      this.#audience.failed(err);
    } finally {
      this.#flushedAt = performance.now();
      this.#releaseWaiting();
    }
  }

  #publish(): void {
    const rows = this.source.rows();
    this.#audience.computed();
    const difference = diffRows(this.#rows, rows);
    if (difference === undefined) return;
    const from = this.#seq;
    const to = this.source.position();
    this.#hold(difference);
    this.#seq = to;
    const { patch, bytes } = this.#audience.send({
      topic: this.source.topic,
      from,
      to,
      ...difference,
    });
    this.#remember(patch, bytes);
  }

  #hold({ set = {}, remove = [] }: { set?: Rows; remove?: string[] }): void {
    for (const key of remove) this.#rows.delete(key);
    for (const [key, row] of Object.entries(set)) this.#rows.set(key, row);
  }

  /** Rows that changed with the calendar alone leave one position with two truths. */
  #remember(patch: Patch, bytes: number): void {
    if (patch.from !== patch.to) return this.#ring.add(patch, bytes);
    this.#ring.clear();
    this.#unsureAt = patch.to;
  }

  #releaseWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
