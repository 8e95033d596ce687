import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Work {
  /** Does the next thing there is to do; false: nothing. */
  step(): Promise<boolean>;
  onIdle(): void;
  /** What failed waits for the next wake. */
  onFailure(err: unknown): void;
}

/**
 * Runs steps one after another while there is something to do, each in a turn of its own, so that
 * others run in between. Never two at once, and a wake during the last step is not lost.
 */
export class WorkLoop {
  readonly #work: Work;
  #running: Promise<void> | undefined;
  #wanted = false;
  #stopped = false;

  constructor(work: Work) {
    this.#work = work;
  }

  wake(): void {
    this.#wanted = true;
    if (this.#stopped) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      // Asked between the last look at `wanted` and here.
      if (this.#wanted) this.wake();
    });
  }

  /** Resolves when the step that is being done is done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    await nextTurn();
    try {
      while (this.#wanted && !this.#stopped) {
        this.#wanted = false;
        // Only ever set here: a wake during the step stays.
        if (await this.#work.step()) this.#wanted = true;
        await nextTurn();
      }
      if (!this.#stopped) this.#work.onIdle();
    } catch (err) {
      this.#wanted = false;
      this.#work.onFailure(err);
    }
  }
}
