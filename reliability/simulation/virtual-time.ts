import crypto from 'node:crypto';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { Random } from '../../server/src/gateway/testing/random.ts';

interface Due {
  at: number;
  /** Of two at one moment the earlier asked comes first. */
  order: number;
  run: () => void;
  everyMs: number | undefined;
}

type Run = (...args: unknown[]) => void;

const turn = setImmediate;
// The module whose properties become its exports again after a change.
const promised = createRequire(import.meta.url)('node:timers/promises') as {
  setImmediate: <T>(value?: T) => Promise<T | undefined>;
};

/**
 * The only clock, timers, ids and chance of a simulated run: while it is installed, whatever of the
 * product waits, waits here, and nothing waits really. One thing happens at a time, and all that
 * follows from it by promises happens before the next.
 */
export class VirtualTime {
  now: number;
  readonly #begun: number;
  readonly #random: Random;
  readonly #due = new Map<number, Due>();
  #heap: Due[] = [];
  #order = 0;

  constructor(random: Random, now: number) {
    this.#random = random;
    this.now = now;
    this.#begun = now;
  }

  after(ms: number, run: () => void, everyMs?: number): number {
    this.#order += 1;
    const due = { at: this.now + Math.max(0, ms), order: this.#order, run, everyMs };
    this.#due.set(due.order, due);
    this.#push(due);
    return due.order;
  }

  cancel(order: number): void {
    this.#due.delete(order);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Lets everything happen that is due until `until`. */
  async run(until: number): Promise<void> {
    await this.#settle();
    for (;;) {
      const next = this.#next(until);
      if (next === undefined) break;
      this.now = next.at;
      next.run();
      await this.#settle();
    }
    this.now = until;
  }

  /** Puts itself in the place of the process's clock and timers; answers how to take it away. */
  install(): () => void {
    const before = {
      timers: {
        setTimeout,
        clearTimeout,
        setInterval,
        clearInterval,
        setImmediate,
        clearImmediate,
      },
      dateNow: Date.now,
      random: Math.random,
      uuid: crypto.randomUUID,
      nextTurn: promised.setImmediate,
    };
    Object.assign(globalThis, this.#timers());
    Date.now = () => this.now;
    performance.now = () => this.now - this.#begun;
    Math.random = () => this.#random(2 ** 31) / 2 ** 31;
    crypto.randomUUID = () => this.#uuid();
    promised.setImmediate = (value) => this.sleep(0).then(() => value);
    syncBuiltinESMExports();
    return () => {
      Object.assign(globalThis, before.timers);
      Date.now = before.dateNow;
      Reflect.deleteProperty(performance, 'now');
      Math.random = before.random;
      crypto.randomUUID = before.uuid;
      promised.setImmediate = before.nextTurn;
      syncBuiltinESMExports();
    };
  }

  #timers() {
    const handle = (order: number) => ({ order, unref: () => undefined, ref: () => undefined });
    const clear = (given: { order: number } | undefined) => this.cancel(given?.order ?? 0);
    return {
      setTimeout: (run: Run, ms = 0, ...args: unknown[]) =>
        handle(this.after(ms, () => run(...args))),
      setInterval: (run: Run, ms = 0, ...args: unknown[]) =>
        handle(this.after(ms, () => run(...args), ms)),
      setImmediate: (run: Run, ...args: unknown[]) => handle(this.after(0, () => run(...args))),
      clearTimeout: clear,
      clearInterval: clear,
      clearImmediate: clear,
    };
  }

  #uuid(): ReturnType<typeof crypto.randomUUID> {
    const part = (digits: number) =>
      Array.from({ length: digits }, () => this.#random(16).toString(16)).join('');
    return `${part(8)}-${part(4)}-4${part(3)}-8${part(3)}-${part(12)}`;
  }

  /** Promises run between two turns of the real event loop, all of them. */
  #settle(): Promise<void> {
    return new Promise((resolve) => void turn(resolve));
  }

  #next(until: number): Due | undefined {
    for (;;) {
      const [first] = this.#heap;
      if (first === undefined || first.at > until) return undefined;
      this.#pop();
      // Taken back meanwhile.
      if (this.#due.get(first.order) !== first) continue;
      if (first.everyMs === undefined) this.#due.delete(first.order);
      else this.#again(first, first.everyMs);
      return first;
    }
  }

  #again(due: Due, everyMs: number): void {
    const next = { ...due, at: due.at + Math.max(1, everyMs) };
    this.#due.set(due.order, next);
    this.#push(next);
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let at = heap.push(due) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Due; // within the heap
      if (!isBefore(due, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = due;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) below += 1;
      const child = heap[below] as Due; // one of the two above
      if (!isBefore(child, last)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = last;
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
