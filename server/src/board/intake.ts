import type { Entry } from '@emulation/shared';

/**
 * Entries of one epoch that wait for their place in the sequence. They may come doubled, late or
 * early; more than `maxWaiting` are not kept, since the ledger has them all.
 */
export class Intake {
  readonly #maxWaiting: number;
  readonly #waiting = new Map<number, Entry>();
  #target = 0;

  constructor(maxWaiting: number) {
    this.#maxWaiting = maxWaiting;
  }

  /** The last position known to be committed. */
  get target(): number {
    return this.#target;
  }

  raise(target: number): void {
    this.#target = Math.max(this.#target, target);
  }

  /** What was said of later positions was wrong: nothing behind `target` is awaited. */
  end(target: number): void {
    this.#target = target;
  }

  offer(entries: readonly Entry[], after: number): void {
    for (const entry of entries) {
      this.raise(entry.seq);
      const wanted = entry.seq > after && this.#waiting.size < this.#maxWaiting;
      if (wanted) this.#waiting.set(entry.seq, entry);
    }
  }

  /** Removes and answers the entries that follow position `after` without a gap. */
  take(after: number, limit: number): Entry[] {
    const taken: Entry[] = [];
    while (taken.length < limit) {
      const next = this.#waiting.get(after + taken.length + 1);
      if (next === undefined) break;
      taken.push(next);
      this.#waiting.delete(next.seq);
    }
    return taken;
  }

  /** Forgets everything; `target` begins again at `position`. */
  reset(position: number): void {
    this.#waiting.clear();
    this.#target = position;
  }
}
