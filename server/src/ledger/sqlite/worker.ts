/** The thread that owns the SQLite file: commits block it, and nobody else. */
import { parentPort, workerData } from 'node:worker_threads';
import { LedgerUnusable } from '../ledger-unusable.ts';
import { ownDataDir } from './owner.ts';
import { SqliteStore } from './sqlite-store.ts';
import { storeFault } from './store-fault.ts';

export type StoreMethod = Exclude<keyof SqliteStore, 'close'>;

export interface StoreCall {
  id: number;
  method: StoreMethod | 'close';
  args: unknown[];
}

/** `fault`: the store did not take it; `unusable`: it never will; otherwise the caller's error. */
export interface StoreAnswer {
  id: number;
  value?: unknown;
  error?: { kind: 'fault' | 'unusable' | 'range' | 'other'; message: string };
}

function describe(error: unknown): NonNullable<StoreAnswer['error']> {
  const message = error instanceof Error ? error.message : String(error);
  const fault = storeFault(error);
  if (fault !== undefined) return { kind: 'fault', message: fault };
  if (error instanceof LedgerUnusable) return { kind: 'unusable', message };
  return { kind: error instanceof RangeError ? 'range' : 'other', message };
}

/** Bytes go to the main thread themselves, not as a copy; they are nobody's here any more. */
function handedOver(value: unknown): ArrayBuffer[] {
  const buffer = value instanceof Uint8Array ? value.buffer : undefined;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

const port = parentPort;
if (!port) throw new Error('the ledger worker runs in a thread');
// What the main thread hands over is made by `SqliteLedger.open` alone.
const { dataDir } = workerData as { dataDir: string };

try {
  const owner = ownDataDir(dataDir);
  const store = new SqliteStore(dataDir);
  port.postMessage({ id: 0 } satisfies StoreAnswer);
  port.on('message', ({ id, method, args }: StoreCall) => {
    try {
      // Methods and arguments are typed where they are called.
      const call = store[method] as (...given: unknown[]) => unknown;
      const value = call.apply(store, args);
      if (method === 'close') owner.release();
      port.postMessage({ id, value } satisfies StoreAnswer, handedOver(value));
      if (method === 'close') port.close();
    } catch (error) {
      port.postMessage({ id, error: describe(error) } satisfies StoreAnswer);
    }
  });
} catch (error) {
  port.postMessage({ id: 0, error: describe(error) } satisfies StoreAnswer);
}
