import { PostgresLedger } from '../../ledger/postgres/postgres-ledger.ts';
import { createSchema, quietLog } from '../../ledger/testing/stores.ts';
import { PostgresOrigins } from './postgres-origins.ts';
import { describeOrigins } from '../testing/contract.ts';

describeOrigins('PostgreSQL', async () => {
  const { url, clean } = await createSchema();
  // The ledger opens first, as in the app: it makes the schema.
  const ledger = await PostgresLedger.open({ url, log: quietLog });
  await ledger.close();
  return { open: () => PostgresOrigins.open({ url, log: quietLog }), clean };
});
