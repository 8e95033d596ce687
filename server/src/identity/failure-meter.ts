export const maxFailures = 20;
export const windowMs = 60_000;
/** Addresses remembered at once; beyond it the oldest window is forgotten. */
export const maxAddresses = 10_000;

interface Window {
  since: number;
  failures: number;
}

/** Counts wrong tokens by address: who guesses too often waits for the rest of the minute. */
export class FailureMeter {
  readonly #windows = new Map<string, Window>();
  readonly #max: number;
  readonly #windowMs: number;

  constructor(limits: { max: number; windowMs: number } = { max: maxFailures, windowMs }) {
    this.#max = limits.max;
    this.#windowMs = limits.windowMs;
  }

  /** Seconds until the address may try again; 0 when it may. `now`: ms since the epoch. */
  waitSeconds(address: string, now: number): number {
    const window = this.#windows.get(address);
    if (!window || window.failures < this.#max) return 0;
    return Math.max(0, Math.ceil((window.since + this.#windowMs - now) / 1000));
  }

  note(address: string, now: number): void {
    const window = this.#windows.get(address);
    if (window && now < window.since + this.#windowMs) {
      window.failures++;
      return;
    }
    this.#windows.delete(address);
    this.#windows.set(address, { since: now, failures: 1 });
    if (this.#windows.size <= maxAddresses) return;
    const [oldest] = this.#windows.keys();
    if (oldest !== undefined) this.#windows.delete(oldest);
  }
}
