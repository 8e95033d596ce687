import type { Log } from '../log.ts';

/** Something that is away for a while: told once when it goes and once when it is back. */
export class Outage {
  readonly #log: Log;
  readonly #what: string;
  #reason: string | undefined;

  constructor(log: Log, what: string) {
    this.#log = log;
    this.#what = what;
  }

  /** Why it is away; `undefined` while it is there. */
  get reason(): string | undefined {
    return this.#reason;
  }

  begin(err: unknown): void {
    const first = this.#reason === undefined;
    this.#reason = `${this.#what}: ${err instanceof Error ? err.message : String(err)}`;
    if (first) this.#log.warn({ err }, `${this.#what} is away`);
  }

  end(): void {
    if (this.#reason === undefined) return;
    this.#reason = undefined;
    this.#log.info(`${this.#what} is back`);
  }
}
