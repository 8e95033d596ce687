import { Worker } from 'node:worker_threads';
import { Refusal } from '../../errors/refusal.ts';
import type { PressAnswer, PressCall } from './press-thread.ts';

export interface PressOptions {
  /** The module of the thread; it calls `servePress`. */
  script: URL;
  /** Jobs that may wait; whoever comes then is refused as `busy`. */
  maxWaiting: number;
  /** A thread without work is ended after this, and its memory with it. */
  idleMs?: number;
}

const maxThreadMegabytes = 512;

/**
 * Makes files in a thread of its own, one at a time, so that neither a post nor a screen ever waits
 * for one. Should the thread die (out of memory, for one), the job is lost and the next starts another.
 */
export class Press<Job, Part = never> {
  readonly #options: PressOptions;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: PressOptions) {
    this.#options = options;
  }

  /**
   * @param parts read when the job's turn has come, one after the other
   * @throws Refusal `busy`, or whatever `parts` throws
   */
  async make(job: Job, parts?: AsyncIterable<Part>): Promise<Uint8Array> {
    if (this.#isClosed) throw new Refusal('closing');
    if (this.#waiting > this.#options.maxWaiting) throw new Refusal('busy');
    this.#waiting++;
    const made = this.#last.then(() => this.#run(job, parts));
    this.#last = made.catch(() => undefined);
    try {
      return await made;
    } finally {
      this.#waiting--;
      this.#restWhenIdle();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #run(job: Job, parts: AsyncIterable<Part> | undefined): Promise<Uint8Array> {
    if (this.#isClosed) throw new Refusal('closing');
    const worker = this.#running();
    const answered = this.#answerOf(worker);
    // Without this a thread that dies while parts are read would be an unhandled rejection.
    answered.catch(() => undefined);
    const send = (call: PressCall) => worker.postMessage(call);
    try {
      send({ kind: 'job', job });
      if (parts) for await (const part of parts) send({ kind: 'part', part });
    } catch (error) {
      // What the thread was sent so far is thrown away with it.
      this.#drop(worker);
      throw error;
    }
    send({ kind: 'end' });
    return answered;
  }

  #answerOf(worker: Worker): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const onEnd = (cause?: unknown) => {
      this.#drop(worker);
      reject(this.#isClosed ? new Refusal('closing') : new Error('the press ended', { cause }));
    };
    worker.once('message', (answer: PressAnswer) => {
      worker.off('error', onEnd);
      worker.off('exit', onEnd);
      if (answer.kind === 'made') resolve(answer.bytes);
      else reject(new Error(answer.message));
    });
    worker.once('error', onEnd);
    worker.once('exit', onEnd);
    return promise;
  }

  #running(): Worker {
    clearTimeout(this.#idle);
    this.#worker ??= new Worker(this.#options.script, {
      resourceLimits: { maxOldGenerationSizeMb: maxThreadMegabytes },
    });
    return this.#worker;
  }

  #drop(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    void worker.terminate();
  }

  #restWhenIdle(): void {
    clearTimeout(this.#idle);
    if (this.#waiting > 0 || this.#worker === undefined) return;
    this.#idle = setTimeout(() => {
      if (this.#worker) this.#drop(this.#worker);
    }, this.#options.idleMs ?? 30_000);
    this.#idle.unref();
  }
}
