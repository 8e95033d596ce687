import { describeLedger } from '../testing/contract.ts';
import { MemoryLedger } from './memory-ledger.ts';

describeLedger('memory', async () => ({
  open: async () => new MemoryLedger(),
  isDurable: false,
  clean: async () => undefined,
}));
