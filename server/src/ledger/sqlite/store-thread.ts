import { Worker } from 'node:worker_threads';
import { LedgerUnavailable } from '../ledger.ts';
import { LedgerUnusable } from '../ledger-unusable.ts';
import type { SqliteStore } from './sqlite-store.ts';
import type { StoreAnswer, StoreCall, StoreMethod } from './worker.ts';

type Waiting = PromiseWithResolvers<unknown>;

function errorOf({ kind, message }: NonNullable<StoreAnswer['error']>): Error {
  if (kind === 'fault') return new LedgerUnavailable(message);
  if (kind === 'range') return new RangeError(message);
  return new Error(message);
}

/** Calls the store in its thread; answers come in the order of the calls. */
export class StoreThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended: Error | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: StoreAnswer) => this.#settle(answer));
    worker.on('error', (error: Error) => this.#end(error));
    worker.on('exit', () => this.#end(new Error('the thread has ended')));
  }

  /** @throws LedgerUnusable when the data folder cannot be served from */
  static async start(dataDir: string): Promise<StoreThread> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { dataDir } });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    worker.once('error', reject);
    worker.once('message', ({ error }: StoreAnswer) => {
      if (!error) return resolve();
      // The message names the variable already: it was made where the fault was seen.
      const fault = new LedgerUnusable('DATA_DIR', error.message.replace(/^DATA_DIR: /, ''));
      return void worker.terminate().then(() => reject(fault));
    });
    await promise;
    worker.removeAllListeners('error');
    return new StoreThread(worker);
  }

  call<M extends StoreMethod>(
    method: M,
    ...args: Parameters<SqliteStore[M]>
  ): Promise<ReturnType<SqliteStore[M]>> {
    // The worker answers with what the method gave.
    return this.#send(method, args) as Promise<ReturnType<SqliteStore[M]>>;
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    const exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    await this.#send('close', []);
    await exited;
  }

  #send(method: StoreCall['method'], args: unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended);
    const waiting = Promise.withResolvers<unknown>();
    const id = ++this.#lastId;
    this.#waiting.set(id, waiting);
    this.#worker.postMessage({ id, method, args } satisfies StoreCall);
    return waiting.promise;
  }

  #settle({ id, value, error }: StoreAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(errorOf(error));
    else waiting?.resolve(value);
  }

  #end(cause: Error): void {
    this.#ended ??= new LedgerUnavailable('the ledger is closed', 2, cause);
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
