import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { describeLedger } from '../testing/contract.ts';
import { draftOf, openingDraft } from '../testing/drafts.ts';
import { createDataDir } from '../testing/stores.ts';
import { verifyChain } from '../verify-chain.ts';
import { prepareConnection } from './schema.ts';
import { SqliteLedger } from './sqlite-ledger.ts';
import { openSqliteToRead } from './sqlite-reader.ts';

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

  it('[LG44] a file without a byte is refused in one line, and nothing is begun in its place', async () => {
    const path = await makeDir();
    const file = join(path, 'ledger.sqlite');
    writeFileSync(file, '');
    await expect(SqliteLedger.open(path)).rejects.toMatchObject({
      name: 'LedgerUnusable',
      message: expect.stringMatching(/^DATA_DIR: .* is empty, .* put a backup in its place.*$/),
    });
    expect(statSync(file).size).toBe(0);
    rmSync(file);
    await (await SqliteLedger.open(path)).close();
  });

  it('[LG42] a file of a newer program is refused in one line, an older one is opened', async () => {
    const path = await makeDir();
    const first = await SqliteLedger.open(path);
    await first.open('plant', 'one', openingDraft);
    await first.close();
    const write = (sql: string) => {
      const db = new DatabaseSync(join(path, 'ledger.sqlite'));
      db.exec(sql);
      db.close();
    };
    write('PRAGMA user_version = 99');
    const newer = {
      name: 'LedgerUnusable',
      message: expect.stringMatching(/^DATA_DIR: .* newer version .*schema 99, .*$/),
    };
    await expect(SqliteLedger.open(path)).rejects.toMatchObject(newer);
    expect(() => openSqliteToRead(path)).toThrow(/newer version/);
    write(`DROP TABLE snapshots; DROP TABLE snapshot_parts; PRAGMA user_version = 0;
      CREATE TABLE snapshots (board INTEGER PRIMARY KEY, epoch TEXT, seq INTEGER, version TEXT,
        bytes BLOB) STRICT`);
    const older = await SqliteLedger.open(path);
    expect(await older.read('plant', 0, 9)).toHaveLength(1);
    expect(await older.loadSnapshot('plant')).toBeUndefined();
    await older.close();
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

  it('[LG31] should its thread die, what was asked is refused and the next call starts another', async () => {
    const started = once(process, 'worker');
    const ledger = await SqliteLedger.open(await makeDir());
    // Node announces every thread it starts; this one is the ledger's.
    const [thread] = (await started) as [Worker];
    await ledger.open('plant', 'one', openingDraft);
    const append = () =>
      ledger.append({ board: 'plant', drafts: [draftOf(1, 'key', 'body')], onRepeat: 'refuse' });
    const ended = once(thread, 'exit');
    const asked = Promise.allSettled([append(), ledger.read('plant', 0, 10)]);
    await thread.terminate();
    await ended;
    const otherwise = (await asked).filter(
      (asking) => asking.status === 'rejected' && asking.reason.name !== 'LedgerUnavailable',
    );
    expect(otherwise).toEqual([]);
    expect(['appended', 'repeated']).toContain((await append()).kind);
    expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: true, head: { seq: 2 } });
    await ledger.close();
  });

  it('[LG32] closing commits what waits and takes nothing more', async () => {
    const path = await makeDir();
    const ledger = await SqliteLedger.open(path);
    await ledger.open('plant', 'one', openingDraft);
    const append = (number: number) =>
      ledger.append({ board: 'plant', drafts: [draftOf(number)], onRepeat: 'refuse' });
    const waiting = Array.from({ length: 50 }, (_, number) => append(number));
    const closing = ledger.close();
    await expect(append(99)).rejects.toMatchObject({ name: 'LedgerUnavailable' });
    expect(await Promise.all(waiting)).toHaveLength(50);
    await closing;
    const again = await SqliteLedger.open(path);
    expect(await again.heads()).toMatchObject([{ seq: 51 }]);
    await again.close();
  });

  it('[LG33] a read across many pages gives each entry once, also while the board is rewound', async () => {
    const ledger = await SqliteLedger.open(await makeDir());
    await ledger.open('plant', 'one', openingDraft);
    const append = (from: number) =>
      ledger.append({
        board: 'plant',
        drafts: Array.from({ length: 12_000 }, (_, number) => draftOf(from + number)),
        onRepeat: 'refuse',
      });
    await append(0);
    const reading = ledger.readStored('plant', 0, 20_000);
    const folding = ledger.read('plant', 0, 20_000);
    await ledger.rewind('plant', { epoch: 'one', toSeq: 3, newEpoch: 'two' });
    await append(50_000);
    const entries = await reading;
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
    for (const [at, { prev }] of entries.entries())
      expect(prev).toBe(entries[at - 1]?.hash ?? '0'.repeat(64));
    const folded = await folding;
    expect(folded.map(({ seq }) => seq)).toEqual(folded.map((_, at) => at + 1));
    // All of the board before the rewind, or all of it afterwards: entries 4 and on tell which.
    expect(new Set(folded.slice(3).map(({ epoch }) => epoch)).size).toBeLessThan(2);
    expect(await ledger.read('plant', 11_000, 700)).toHaveLength(700);
    await ledger.close();
  });
});
