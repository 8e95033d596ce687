/**
 * Looks at the ledger's heads again and again, never twice at once. It is what makes following
 * true; the relay only makes it fast.
 */
export class HeadPoll {
  readonly #look: () => Promise<void>;
  readonly #everyMs: number | 'never';
  #current: Promise<void> = Promise.resolve();
  #queued: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /** `look` deals with its own failures. */
  constructor(look: () => Promise<void>, everyMs: number | 'never') {
    this.#look = look;
    this.#everyMs = everyMs;
  }

  start(): void {
    if (this.#everyMs === 'never' || this.#stopped) return;
    this.#timer = setTimeout(() => void this.now().then(() => this.start()), this.#everyMs);
  }

  /** Resolves after a look that began after this call; calls that wait together share one. */
  now(): Promise<void> {
    this.#queued ??= this.#current.then(() => {
      this.#queued = undefined;
      this.#current = this.#stopped ? Promise.resolve() : this.#look();
      return this.#current;
    });
    return this.#queued;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#current;
  }
}
