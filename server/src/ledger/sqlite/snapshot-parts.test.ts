import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import type { StoredSnapshot } from '../ledger.ts';
import { draftOf, openingDraft } from '../testing/drafts.ts';
import { createDataDir } from '../testing/stores.ts';
import { SqliteLedger } from './sqlite-ledger.ts';
import { ledgerPath, SqliteStore } from './sqlite-store.ts';

const megabyte = 1024 * 1024;

function snapshotOf(megabytes: number, version: string): StoredSnapshot {
  const bytes = new Uint8Array(megabytes * megabyte + 7).fill(megabytes);
  return { board: 'plant', epoch: 'one', seq: 1, version, bytes };
}

async function openLedger(): Promise<{ ledger: SqliteLedger; path: string }> {
  const { path, clean } = await createDataDir();
  onTestFinished(clean);
  const ledger = await SqliteLedger.open(path);
  onTestFinished(() => ledger.close());
  await ledger.open('plant', 'one', openingDraft);
  return { ledger, path };
}

function countParts(path: string): unknown {
  const db = new DatabaseSync(ledgerPath(path), { readOnly: true });
  const row = db.prepare('SELECT count(*) AS parts FROM snapshot_parts').get();
  db.close();
  return row?.['parts'];
}

it('[LG40] posts are committed while a large snapshot is being saved', async () => {
  const { ledger } = await openLedger();
  let isSaved = false;
  const saving = ledger.saveSnapshot(snapshotOf(60, 'large')).then(() => (isSaved = true));
  for (let at = 0; at < 5; at++)
    await ledger.append({ board: 'plant', drafts: [draftOf(at)], onRepeat: 'refuse' });
  expect(isSaved).toBe(false);
  await saving;
  expect((await ledger.loadSnapshot('plant'))?.bytes).toHaveLength(60 * megabyte + 7);
});

it('[LG41] a saving that broke off leaves the snapshot before, and nothing behind', async () => {
  const { ledger, path } = await openLedger();
  await ledger.saveSnapshot(snapshotOf(2, 'whole'));
  await ledger.close();
  const store = new SqliteStore(path);
  const save = store.beginSnapshot('plant') ?? 0;
  for (const part of [0, 1, 2, 3]) store.addSnapshotPart('plant', save, part, new Uint8Array(9));
  store.close();
  const again = await SqliteLedger.open(path);
  onTestFinished(() => again.close());
  expect(await again.loadSnapshot('plant')).toMatchObject({ version: 'whole' });
  await Promise.all([
    again.saveSnapshot(snapshotOf(3, 'second')),
    again.saveSnapshot(snapshotOf(1, 'third')),
  ]);
  const loaded = await again.loadSnapshot('plant');
  expect(loaded).toMatchObject({ version: 'third' });
  expect(loaded?.bytes.every((byte) => byte === 1)).toBe(true);
  expect(countParts(path)).toBe(2);
});
