/** Lets a few through at a time and a few more wait; everybody beyond is turned away. */
export class Gate {
  readonly #atOnce: number;
  readonly #waiting: number;
  readonly #queue: (() => void)[] = [];
  #inside = 0;

  constructor({ atOnce, waiting }: { atOnce: number; waiting: number }) {
    this.#atOnce = atOnce;
    this.#waiting = waiting;
  }

  /** `undefined` when there is no room even to wait. */
  async pass<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#inside >= this.#atOnce) {
      if (this.#queue.length >= this.#waiting) return undefined;
      // Whoever leaves hands its place on, so that `inside` stays as it is.
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    } else this.#inside++;
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#inside--;
    }
  }
}
