import { afterEach, describe, expect, it } from 'vitest';
import { describeLedger } from '../testing/contract.ts';
import { draftOf, openingDraft } from '../testing/drafts.ts';
import { createSchema, quietLog } from '../testing/stores.ts';
import { verifyChain } from '../verify-chain.ts';
import { PostgresLedger } from './postgres-ledger.ts';

describeLedger('PostgreSQL', async () => {
  const { url, clean } = await createSchema();
  return { open: () => PostgresLedger.open({ url, log: quietLog }), isDurable: true, clean };
});

describe('PostgreSQL under several nodes', () => {
  const cleaning: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const clean of cleaning.splice(0).reverse()) await clean();
  });

  it('[LG21] two nodes append to one board at once without a gap, a loss or a repetition', async () => {
    const { url, clean } = await createSchema();
    cleaning.push(clean);
    const open = () => PostgresLedger.open({ url, log: quietLog });
    const nodes = await Promise.all([open(), open()]);
    for (const node of nodes) cleaning.push(() => node.close());
    await nodes[0].open('plant', 'one', openingDraft);
    const posts = Array.from({ length: 400 }, (_, at) =>
      (at % 2 === 0 ? nodes[0] : nodes[1]).append({
        board: 'plant',
        drafts: [draftOf(at, `key:${Math.floor(at / 4)}`, 'same')],
        onRepeat: 'refuse',
      }),
    );
    const outcomes = await Promise.all(posts);
    expect(outcomes.filter((outcome) => outcome.kind === 'appended')).toHaveLength(100);
    const entries = await nodes[1].read('plant', 0, 1000);
    expect(entries.map((entry) => entry.seq)).toEqual(
      Array.from({ length: 101 }, (_, at) => at + 1),
    );
    expect((await verifyChain(nodes[1], 'plant')).ok).toBe(true);
  });

  it('[LG22] a wrong address or password is refused in one line that hides the password', async () => {
    const { url } = await createSchema();
    const wrong = new URL(url);
    wrong.port = '1';
    wrong.password = 'hunter2';
    const opening = PostgresLedger.open({ url: wrong.href, log: quietLog });
    await expect(opening).rejects.toMatchObject({
      name: 'LedgerUnusable',
      message: expect.stringMatching(/^DATABASE_URL: [^\n]+$/),
    });
    await expect(opening).rejects.not.toMatchObject({
      message: expect.stringContaining('hunter2'),
    });
  });
});
