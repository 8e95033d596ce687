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

/** @throws LedgerUnusable when the data folder cannot be served from */
async function startWorker(dataDir: string): Promise<Worker> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { dataDir } });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let fault = new Error('the ledger thread ended');
  const onExit = () => reject(fault);
  worker.once('error', reject);
  worker.once('exit', onExit);
  worker.once('message', ({ error }: StoreAnswer) => {
    if (!error) return resolve();
    // The message names the variable already: it was made where the fault was seen.
    fault = new LedgerUnusable('DATA_DIR', error.message.replace(/^DATA_DIR: /, ''));
    return void worker.terminate();
  });
  await promise;
  worker.off('error', reject);
  worker.off('exit', onExit);
  return worker;
}

/**
 * Calls the store in its thread; answers come in the order of the calls. Should the thread die (out
 * of memory, for one), what was asked is refused and the next call starts another.
 */
export class StoreThread {
  readonly #dataDir: string;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #worker: Promise<Worker> | undefined;
  #isClosed = false;

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** @throws LedgerUnusable when the data folder cannot be served from */
  static async start(dataDir: string): Promise<StoreThread> {
    const thread = new StoreThread(dataDir);
    await thread.#running();
    return thread;
  }

  call<M extends StoreMethod>(
    method: M,
    ...args: Parameters<SqliteStore[M]>
  ): Promise<ReturnType<SqliteStore[M]>> {
    // The worker answers with what the method gave.
    return this.#send(method, args) as Promise<ReturnType<SqliteStore[M]>>;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    const closing = this.#send('close', []);
    this.#isClosed = true;
    // Whatever keeps the file from being closed: the end of the thread closes it.
    await closing.catch(() => undefined);
    await (await this.#worker)?.terminate();
  }

  async #send(method: StoreCall['method'], args: unknown[]): Promise<unknown> {
    if (this.#isClosed) throw new LedgerUnavailable('the ledger is closed');
    const worker = await this.#running().catch((cause: unknown) => {
      throw new LedgerUnavailable('the ledger cannot be opened again', 2, cause);
    });
    const waiting = Promise.withResolvers<unknown>();
    const id = ++this.#lastId;
    this.#waiting.set(id, waiting);
    worker.postMessage({ id, method, args } satisfies StoreCall);
    return waiting.promise;
  }

  #running(): Promise<Worker> {
    this.#worker ??= startWorker(this.#dataDir).then(
      (worker) => {
        worker.on('message', (answer: StoreAnswer) => this.#settle(answer));
        worker.on('error', (error: Error) => this.#end(error));
        worker.on('exit', () => this.#end(new Error('the ledger thread ended')));
        return worker;
      },
      (error: unknown) => {
        this.#worker = undefined;
        throw error;
      },
    );
    return this.#worker;
  }

  #settle({ id, value, error }: StoreAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(errorOf(error));
    else waiting?.resolve(value);
  }

  #end(cause: Error): void {
    this.#worker = undefined;
    const error = new LedgerUnavailable('the ledger thread ended', 2, cause);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
