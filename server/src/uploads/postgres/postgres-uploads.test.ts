import { PostgresLedger } from '../../ledger/postgres/postgres-ledger.ts';
import { createSchema, quietLog } from '../../ledger/testing/stores.ts';
import { describeUploads } from '../testing/contract.ts';
import { PostgresUploads } from './postgres-uploads.ts';

describeUploads('PostgreSQL', async () => {
  const { url, clean } = await createSchema();
  // The ledger opens first, as in the app: it makes the schema.
  const ledger = await PostgresLedger.open({ url, log: quietLog });
  await ledger.close();
  return { open: () => PostgresUploads.open({ url, log: quietLog }), clean };
});
