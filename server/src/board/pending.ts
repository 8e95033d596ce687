import type { Applied, Entry } from '@emulation/shared';

/** The latest so many are kept; a commit that comes back later still is folded again. */
const maxUnclaimed = 100_000;

/** Entries of this node that are durable and wait to be folded. */
interface OwnEntries {
  epoch: string;
  from: number;
  to: number;
  applied: Applied[];
  resolve: (applied: Applied[]) => void;
  reject: (err: unknown) => void;
}

interface Reach {
  seq: number;
  resolve: () => void;
  reject: (err: unknown) => void;
}

/** Who waits for this node's fold: commits for their own entries, repetitions for a position. */
export class Pending {
  /** By first position: commits of one board never share one. */
  readonly #own = new Map<number, OwnEntries>();
  #current: OwnEntries | undefined;
  #folded: OwnEntries[] = [];
  #reaches: Reach[] = [];
  #appends = 0;
  /**
   * Folded while an append of this node was on its way. The ledger shows an entry to whoever
   * reads before its append is answered, so these may turn out to be this node's own.
   */
  readonly #unclaimed = new Map<number, Applied>();

  beginAppend(): void {
    this.#appends += 1;
  }

  endAppend(): void {
    this.#appends -= 1;
    if (this.#appends === 0) this.#unclaimed.clear();
  }

  /** Resolves once all of them are folded; what was folded already is claimed. */
  waitForOwn(epoch: string, entries: readonly Entry[]): Promise<Applied[]> {
    const { promise, resolve, reject } = Promise.withResolvers<Applied[]>();
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return Promise.resolve([]);
    const own = {
      epoch,
      from: first.seq,
      to: last.seq,
      applied: this.#claim(entries),
      resolve,
      reject,
    };
    if (own.applied.length === entries.length) return Promise.resolve(own.applied);
    this.#own.set(first.seq, own);
    if (own.applied.length > 0) this.#current = own;
    return promise;
  }

  waitForPosition(seq: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#reaches.push({ seq, resolve, reject });
    return promise;
  }

  /** Notes the next folded entry; whether it is known to be this node's own. */
  note(seq: number, applied: Applied): boolean {
    this.#current ??= this.#own.get(seq);
    const own = this.#current;
    if (own === undefined) {
      if (this.#appends > 0) this.#keepUnclaimed(seq, applied);
      return false;
    }
    own.applied.push(applied);
    if (seq === own.to) {
      this.#own.delete(own.from);
      this.#folded.push(own);
      this.#current = undefined;
    }
    return true;
  }

  /** Tells those who wait for nothing more, once the fold stands at `seq`. */
  settle(seq: number): void {
    for (const own of this.#folded.splice(0)) own.resolve(own.applied);
    if (this.#reaches.length === 0) return;
    const reached = this.#reaches.filter((reach) => reach.seq <= seq);
    this.#reaches = this.#reaches.filter((reach) => reach.seq > seq);
    for (const reach of reached) reach.resolve();
  }

  /** Another epoch: what was folded of a commit says nothing any more, nor do positions. */
  interrupt(err: unknown): void {
    for (const own of this.#own.values()) own.applied = [];
    this.#current = undefined;
    this.#unclaimed.clear();
    for (const reach of this.#reaches.splice(0)) reach.reject(err);
  }

  isWaitingFrom(seq: number): boolean {
    return this.#own.has(seq);
  }

  /** Takes out the commits that the fold, at `seq` of `epoch`, has passed or will never meet. */
  takeStranded(epoch: string, seq: number): OwnEntries[] {
    const stranded = [...this.#own.values()].filter(
      (own) => own !== this.#current && (own.epoch !== epoch || own.from <= seq),
    );
    for (const own of stranded) this.#own.delete(own.from);
    return stranded;
  }

  /** The last position somebody waits for; 0 when nobody does. */
  lastWanted(): number {
    let last = 0;
    for (const own of this.#own.values()) last = Math.max(last, own.to);
    for (const reach of this.#reaches) last = Math.max(last, reach.seq);
    return last;
  }

  rejectAll(err: unknown): void {
    for (const own of this.#own.values()) own.reject(err);
    this.#own.clear();
    this.interrupt(err);
  }

  #keepUnclaimed(seq: number, applied: Applied): void {
    this.#unclaimed.set(seq, applied);
    const oldest = this.#unclaimed.keys().next();
    if (this.#unclaimed.size > maxUnclaimed && !oldest.done) this.#unclaimed.delete(oldest.value);
  }

  #claim(entries: readonly Entry[]): Applied[] {
    const claimed: Applied[] = [];
    for (const { seq } of entries) {
      const applied = this.#unclaimed.get(seq);
      if (applied === undefined) break;
      this.#unclaimed.delete(seq);
      claimed.push(applied);
    }
    return claimed;
  }
}
