import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { LedgerUnavailable } from '../ledger.ts';
import { draftOf, openingDraft } from '../testing/drafts.ts';
import { createProxy } from '../testing/postgres-proxy.ts';
import { createSchema, databaseUrl, quietLog } from '../testing/stores.ts';
import { verifyChain } from '../verify-chain.ts';
import { PostgresLedger } from './postgres-ledger.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

/** A ledger whose connections all pass through a proxy that the test can cut. */
async function openBehindProxy() {
  const { url, clean } = await createSchema();
  cleaning.push(clean);
  const proxy = await createProxy(new URL(databaseUrl()));
  cleaning.push(() => proxy.close());
  const name = `outage-${randomUUID()}`;
  const led = new URL(proxy.through(url));
  led.searchParams.set('application_name', name);
  const ledger = await PostgresLedger.open({ url: led.href, log: quietLog });
  cleaning.push(() => ledger.close());
  await ledger.open('plant', 'one', openingDraft);
  const append = (number: number, key: string) =>
    ledger.append({ board: 'plant', drafts: [draftOf(number, key, 'body')], onRepeat: 'refuse' });
  return { ledger, proxy, append, name };
}

/** Asks until the ledger answers; vitest's own deadline ends what never heals. */
async function untilHealed<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error;
      await sleep(20);
    }
  }
}

describe('PostgreSQL away', () => {
  it('[LG26] while PostgreSQL is away all say unavailable, and it heals by itself', async () => {
    const { ledger, proxy, append } = await openBehindProxy();
    await append(1, 'before');
    proxy.cut();
    const asked = [append(2, 'during'), ledger.heads(), ledger.read('plant', 0, 9)];
    for (const asking of await Promise.allSettled(asked))
      expect(asking).toMatchObject({ status: 'rejected', reason: { name: 'LedgerUnavailable' } });
    proxy.mend();
    expect((await untilHealed(() => append(2, 'during'))).kind).toBe('appended');
    expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: true, head: { seq: 3 } });
  });

  it('[LG27] a commit whose answer was lost is found by its key', async () => {
    const { ledger, proxy, append } = await openBehindProxy();
    proxy.loseAnswerTo('COMMIT\0');
    await expect(append(1, 'unknown')).rejects.toMatchObject({ name: 'LedgerUnavailable' });
    expect(await untilHealed(() => append(1, 'unknown'))).toMatchObject({
      kind: 'repeated',
      seq: 2,
    });
    expect(await ledger.heads()).toMatchObject([{ seq: 2 }]);
  });

  it('[LG28] connections that PostgreSQL ends under load lose and double nothing', async () => {
    const { ledger, append, name } = await openBehindProxy();
    const admin = new Client({ connectionString: databaseUrl() });
    await admin.connect();
    cleaning.push(() => admin.end());
    let isPosting = true;
    const acknowledged = new Map<string, number>();
    const posters = Array.from({ length: 8 }, async (_, poster) => {
      for (let number = 0; isPosting; number += 1) {
        const key = `${poster}:${number}`;
        const outcome = await untilHealed(() => append(number, key));
        if (outcome.kind === 'repeated') acknowledged.set(key, outcome.seq);
        if (outcome.kind === 'appended') acknowledged.set(key, outcome.entries[0]?.seq ?? 0);
      }
    });
    for (let time = 0; time < 15; time += 1) {
      await sleep(30);
      await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
        [name],
      );
    }
    isPosting = false;
    await Promise.all(posters);
    const entries = await untilHealed(() => ledger.readStored('plant', 1, 100_000));
    expect(entries).toHaveLength(acknowledged.size);
    for (const [key, seq] of acknowledged) expect(entries[seq - 2]?.key).toBe(key);
    expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: true });
  });
});
