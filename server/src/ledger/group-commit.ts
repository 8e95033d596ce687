import { LedgerUnavailable } from './ledger.ts';

export type Settled<Outcome> = { ok: true; value: Outcome } | { ok: false; error: Error };

/** Drafts that wait in all groups of one ledger: its one queue limit. */
export class WaitingRoom {
  readonly #max: number;
  #waiting = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /**
   * Throws when full. One request may overshoot, so that an import larger than the room passes
   * while nothing else waits.
   */
  enter(drafts: number): void {
    if (this.#waiting >= this.#max) throw new LedgerUnavailable('too many posts are waiting');
    this.#waiting += drafts;
  }

  leave(drafts: number): void {
    this.#waiting -= drafts;
  }
}

interface Pending<Item, Outcome> {
  item: Item;
  weight: number;
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}

/** Commits everything of the group in one transaction; throws when none of it was stored. */
type CommitGroup<Item, Outcome> = (items: Item[]) => Promise<Settled<Outcome>[]>;

/** No transaction grows past this many drafts, unless one request alone does. */
const maxGroupWeight = 20_000;

/**
 * While one transaction runs, later requests wait and then commit together, in the order they came.
 * With a slow disk groups grow, so throughput does not fall with it.
 */
export class GroupCommit<Item, Outcome> {
  readonly #commit: CommitGroup<Item, Outcome>;
  readonly #room: WaitingRoom;
  #queue: Pending<Item, Outcome>[] = [];
  #running: Promise<void> | undefined;

  constructor(room: WaitingRoom, commit: CommitGroup<Item, Outcome>) {
    this.#room = room;
    this.#commit = commit;
  }

  get idle(): boolean {
    return this.#running === undefined;
  }

  /** Rejects with `LedgerUnavailable` when the waiting room is full. */
  submit(item: Item, weight: number): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#room.enter(weight);
      this.#queue.push({ item, weight, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // What is posted in the same turn of the event loop shares the first transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) await this.#settle(this.#nextGroup());
    this.#running = undefined;
  }

  #nextGroup(): Pending<Item, Outcome>[] {
    let weight = this.#queue[0]?.weight ?? 0;
    let size = 1;
    for (; size < this.#queue.length; size += 1) {
      weight += this.#queue[size]?.weight ?? 0;
      if (weight > maxGroupWeight) break;
    }
    return this.#queue.splice(0, size);
  }

  async #settle(group: Pending<Item, Outcome>[]): Promise<void> {
    const settled = await this.#attempt(group.map(({ item }) => item));
    group.forEach(({ weight, resolve, reject }, index) => {
      this.#room.leave(weight);
      const outcome = settled[index];
      if (outcome?.ok) resolve(outcome.value);
      else reject(outcome?.error ?? new Error('the group commit answered too few requests'));
    });
  }

  /** When a fault is not the store's, each request is tried alone: a bad one fails by itself. */
  async #attempt(items: Item[]): Promise<Settled<Outcome>[]> {
    try {
      return await this.#commit(items);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (items.length === 1 || error instanceof LedgerUnavailable) {
        return items.map(() => ({ ok: false, error }));
      }
      const alone: Settled<Outcome>[] = [];
      for (const item of items) alone.push(...(await this.#attempt([item])));
      return alone;
    }
  }
}
