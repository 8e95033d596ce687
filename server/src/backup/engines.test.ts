import { hash as digest } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import type { Ledger } from '../ledger/ledger.ts';
import { PostgresLedger } from '../ledger/postgres/postgres-ledger.ts';
import { SqliteLedger } from '../ledger/sqlite/sqlite-ledger.ts';
import { draftOf, openingDraft } from '../ledger/testing/drafts.ts';
import { createDataDir, createSchema, quietLog } from '../ledger/testing/stores.ts';
import { verifyChain } from '../ledger/verify-chain.ts';
import { FileUploads } from '../uploads/file/file-uploads.ts';
import { PostgresUploads } from '../uploads/postgres/postgres-uploads.ts';
import type { Uploads } from '../uploads/uploads.ts';
import { packParts } from './archive.ts';
import { checkBackup } from './check.ts';
import { collectBackup, planBackup } from './collect.ts';
import { restoreBackup } from './restore.ts';

interface Store {
  ledger: Ledger;
  uploads: Uploads;
}

const cleaning: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

async function openSqlite(): Promise<Store & { path: string }> {
  const { path, clean } = await createDataDir();
  const ledger = await SqliteLedger.open(path);
  cleaning.push(clean, () => ledger.close());
  return { ledger, uploads: new FileUploads(join(path, 'uploads')), path };
}

async function openPostgres(): Promise<Store> {
  const { url, clean } = await createSchema();
  const ledger = await PostgresLedger.open({ url, log: quietLog });
  const uploads = await PostgresUploads.open({ url, log: quietLog });
  cleaning.push(
    clean,
    () => ledger.close(),
    () => uploads.close(),
  );
  return { ledger, uploads };
}

async function move(from: Store, to: Store, file: string, epoch: string): Promise<void> {
  const manifest = await planBackup(from, { at: 'now' });
  await writeFile(file, await buffer(packParts(collectBackup(from, manifest))));
  await restoreBackup(file, await checkBackup(file), {
    uploads: to.uploads,
    boards: { adoptBoard: (board, pages) => to.ledger.adopt(board, epoch, pages) },
  });
}

it('[BK10] a board moves from SQLite to PostgreSQL and back and verifies identical', async () => {
  const here = await openSqlite();
  const picture = Buffer.from('a picture');
  const id = digest('sha256', picture);
  await here.ledger.open('plant', 'one', openingDraft);
  const drafts = Array.from({ length: 2500 }, (_, at) => draftOf(at, `k${at}`, `h${at}`));
  await here.ledger.append({ board: 'plant', drafts, onRepeat: 'refuse' });
  await here.ledger.rewind('plant', { epoch: 'one', toSeq: 2400, newEpoch: 'two' });
  await here.ledger.append({ board: 'plant', drafts: [draftOf(1)], onRepeat: 'refuse' });
  await here.uploads.keep('plant', id, { full: picture, small: picture });

  const there = await openPostgres();
  await move(here, there, join(here.path, 'out.tar'), 'three');
  const back = await openSqlite();
  await move(there, back, join(here.path, 'back.tar'), 'four');

  const verdict = await verifyChain(here.ledger, 'plant');
  for (const { ledger, uploads } of [there, back]) {
    const moved = await verifyChain(ledger, 'plant');
    expect(moved).toMatchObject({
      ok: true,
      hash: verdict.ok && verdict.hash,
      head: { seq: 2401 },
    });
    expect(await ledger.readStored('plant', 0, 5000)).toEqual(
      await here.ledger.readStored('plant', 0, 5000),
    );
    expect(await uploads.find('plant', id, 'full')).toEqual(picture);
  }
});
