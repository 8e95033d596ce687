/** The same server, except that it stores nothing: its ledger is gone when it ends. */
import { MemoryLedger } from '../server/src/ledger/memory/memory-ledger.ts';
import { serveOn } from './app-on.ts';

await serveOn(() => new MemoryLedger());
