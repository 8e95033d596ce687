import { PostgresLedger } from '../../ledger/postgres/postgres-ledger.ts';
import { createSchema, quietLog } from '../../ledger/testing/stores.ts';
import { describeShelf } from '../testing/contract.ts';
import { PostgresShelf } from './postgres-shelf.ts';

describeShelf('PostgreSQL', async () => {
  const { url, clean } = await createSchema();
  // The ledger opens first, as in the app: it makes the schema.
  const ledger = await PostgresLedger.open({ url, log: quietLog });
  await ledger.close();
  return { open: () => PostgresShelf.open({ url, log: quietLog }), clean };
});
