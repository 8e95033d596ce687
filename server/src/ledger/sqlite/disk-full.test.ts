import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LedgerUnavailable } from '../ledger.ts';
import { draftOf, openingDraft } from '../testing/drafts.ts';
import { createDataDir } from '../testing/stores.ts';
import { verifyChain } from '../verify-chain.ts';
import { SqliteLedger } from './sqlite-ledger.ts';

let dataDir: Awaited<ReturnType<typeof createDataDir>>;
let ledger: SqliteLedger;

beforeEach(async () => {
  dataDir = await createDataDir();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'board-ledger', dataDir.path]);
  ledger = await SqliteLedger.open(dataDir.path);
  await ledger.open('plant', 'one', openingDraft);
});

afterEach(async () => {
  await ledger.close();
  execFileSync('umount', [dataDir.path]);
  await dataDir.clean();
});

const append = (numbers: number[]) =>
  ledger.append({
    board: 'plant',
    drafts: numbers.map((number) => draftOf(number, `key:${number}`, 'body')),
    onRepeat: 'refuse',
  });

function ballast() {
  return join(dataDir.path, 'ballast');
}

function fillDisk(): void {
  const { bavail, bsize } = statfsSync(dataDir.path);
  writeFileSync(ballast(), Buffer.alloc(bavail * bsize));
}

/** The number of the post that was refused. */
async function postUntilRefused(): Promise<number> {
  for (let number = 1; number < 50_000; number += 1) {
    const refusal = await append([number]).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refusal instanceof LedgerUnavailable) return number;
    if (refusal !== undefined) throw refusal;
  }
  throw new Error('a full disk took 50,000 posts');
}

describe('a full disk', () => {
  it('[LG25] on a full disk posts are refused, reading goes on, and it heals by itself', async () => {
    fillDisk();
    const refused = await postUntilRefused();
    const [head] = await ledger.heads();
    expect(head?.seq).toBe(refused);
    expect(await ledger.read('plant', 0, 100_000)).toHaveLength(refused);
    await expect(append([refused])).rejects.toMatchObject({ name: 'LedgerUnavailable' });
    rmSync(ballast());
    expect(await append([refused])).toMatchObject({
      kind: 'appended',
      entries: [{ seq: refused + 1 }],
    });
    expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: true });
  });

  it('[LG25] an import that does not fit leaves nothing, and a post beside it is taken later', async () => {
    const many = Array.from({ length: 60_000 }, (_, number) => number);
    await expect(append(many)).rejects.toMatchObject({ name: 'LedgerUnavailable' });
    expect(await ledger.heads()).toMatchObject([{ seq: 1 }]);
    expect(await append([1])).toMatchObject({ kind: 'appended', entries: [{ seq: 2 }] });
    await ledger.close();
    ledger = await SqliteLedger.open(dataDir.path);
    expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: true, head: { seq: 2 } });
  });
});
