import { DatabaseSync } from 'node:sqlite';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { describeLedger } from '../testing/contract.ts';
import { draftOf, openingDraft } from '../testing/drafts.ts';
import { createDataDir } from '../testing/stores.ts';
import { verifyChain } from '../verify-chain.ts';
import { prepareConnection } from './schema.ts';
import { SqliteLedger } from './sqlite-ledger.ts';

describeLedger('SQLite', async () => {
  const { path, clean } = await createDataDir();
  return { open: () => SqliteLedger.open(path), isDurable: true, clean };
});

describe('the SQLite file', () => {
  const cleaning: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const clean of cleaning.splice(0).reverse()) await clean();
  });

  async function makeDir(): Promise<string> {
    const { path, clean } = await createDataDir();
    cleaning.push(clean);
    return path;
  }

  it('[LG17] every connection commits with fsync, a reopened one as well', async () => {
    const path = join(await makeDir(), 'ledger.sqlite');
    for (let time = 0; time < 2; time++) {
      const db = new DatabaseSync(path);
      prepareConnection(db);
      expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
      expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
      db.close();
    }
  });

  it('[LG18] a second server on the same folder is refused, until the first is gone', async () => {
    const path = await makeDir();
    const first = await SqliteLedger.open(path);
    await expect(SqliteLedger.open(path)).rejects.toMatchObject({
      name: 'LedgerUnusable',
      message: expect.stringMatching(/^DATA_DIR: .* is in use by another server$/),
    });
    await first.close();
    const second = await SqliteLedger.open(path);
    await second.close();
  });

  it('[LG19] a folder or file that is no ledger is refused in one line that names DATA_DIR', async () => {
    const path = await makeDir();
    await writeFile(join(path, 'file'), 'not a folder');
    await writeFile(
      join(path, 'ledger.sqlite'),
      'not a database at all, whatever it is called'.repeat(50),
    );
    for (const dir of [join(path, 'file'), path])
      await expect(SqliteLedger.open(dir)).rejects.toMatchObject({
        name: 'LedgerUnusable',
        message: expect.stringMatching(/^DATA_DIR: [^\n]+$/),
      });
  });

  it('[LG20] a change made behind its back is found by verifying the chain', async () => {
    const path = await makeDir();
    const ledger = await SqliteLedger.open(path);
    await ledger.open('plant', 'one', openingDraft);
    await ledger.append({ board: 'plant', drafts: [draftOf(1), draftOf(2)], onRepeat: 'refuse' });
    const other = new DatabaseSync(join(path, 'ledger.sqlite'));
    other.exec("UPDATE entries SET actor = 'nobody' WHERE seq = 2");
    other.close();
    expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: false, seq: 2 });
    await ledger.close();
  });
});
