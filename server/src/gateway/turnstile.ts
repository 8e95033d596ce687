/** ms of letting in before everybody else is served again. */
const turnMs = 5;

/**
 * Lets those who come at once in one after another, and between them serves everybody else: ten
 * thousand that come back together would otherwise keep a post waiting until the last of them is in.
 */
export class Turnstile {
  #waiting: (() => void)[] = [];

  /** Calls `enter` soon, in the order of asking. */
  pass(enter: () => void): void {
    if (this.#waiting.push(enter) === 1) setImmediate(() => this.#turn());
  }

  #turn(): void {
    const until = performance.now() + turnMs;
    let entered = 0;
    while (entered < this.#waiting.length && performance.now() < until)
      this.#waiting[entered++]?.();
    this.#waiting.splice(0, entered);
    if (this.#waiting.length > 0) setImmediate(() => this.#turn());
  }
}
