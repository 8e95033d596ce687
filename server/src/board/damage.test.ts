import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteLedger } from '../ledger/sqlite/sqlite-ledger.ts';
import { ledgerPath } from '../ledger/sqlite/sqlite-store.ts';
import { createDataDir } from '../ledger/testing/stores.ts';
import { mill, openMill } from './testing/facts.ts';
import { closeNodes, startNode } from './testing/node.ts';

test('[ND24] a board with a damaged entry is out of service and named, the others are served', async () => {
  const { path, clean } = await createDataDir();
  onTestFinished(clean);
  onTestFinished(closeNodes);
  const before = await SqliteLedger.open(path);
  const first = await startNode({ ledger: before });
  await openMill(first.registry);
  await first.registry.openBoard({ ...mill, id: 'other' }, 'steward:token');
  // No snapshot is left behind: the entries themselves are read.
  await before.close();
  const db = new DatabaseSync(ledgerPath(path));
  db.exec("UPDATE entries SET fact = 'x' || substr(fact, 2) WHERE board = 1 AND seq = 3");
  db.close();
  const ledger = await SqliteLedger.open(path);
  onTestFinished(() => ledger.close());
  const { registry } = await startNode({ ledger });
  expect(registry.get(mill.id)).toBeUndefined();
  expect(registry.problems()).toEqual([expect.stringMatching(/board mill .* entry 3$/)]);
  expect(registry.get('other')?.state.info?.name).toBe(mill.name);
});
