import { Client, type PoolClient } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { describeLedger } from '../testing/contract.ts';
import { draftOf, openingDraft } from '../testing/drafts.ts';
import { createSchema, quietLog } from '../testing/stores.ts';
import { verifyChain } from '../verify-chain.ts';
import { Connection } from './connection.ts';
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

  it('[LG42] tables of a newer program are refused in one line, older ones are opened', async () => {
    const { url, clean } = await createSchema();
    cleaning.push(clean);
    const open = () => PostgresLedger.open({ url, log: quietLog });
    const first = await open();
    await first.open('plant', 'one', openingDraft);
    await first.close();
    const write = async (sql: string) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(sql);
      await client.end();
    };
    await write('UPDATE schema_version SET version = 99');
    const newer = {
      name: 'LedgerUnusable',
      message: expect.stringMatching(/^DATABASE_URL: .* newer version .*schema 99, .*$/),
    };
    await expect(open()).rejects.toMatchObject(newer);
    await expect(PostgresLedger.openToRead({ url, log: quietLog })).rejects.toMatchObject(newer);
    await write('DROP TABLE schema_version');
    const older = await open();
    expect(await older.read('plant', 0, 9)).toHaveLength(1);
    await older.close();
  });

  it('[LG29] a role that may only use its own schema is enough', async () => {
    const { url, clean } = await createSchema();
    cleaning.push(clean);
    const admin = new Client({ connectionString: url });
    await admin.connect();
    cleaning.push(() => admin.end());
    const schema = (await admin.query('SHOW search_path')).rows[0].search_path;
    const role = `role_${schema}`;
    await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    cleaning.push(() => admin.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`));
    await admin.query(`CREATE SCHEMA ${schema} AUTHORIZATION ${role}`);
    const own = new URL(url);
    own.username = role;
    own.password = 'secret';
    const ledger = await PostgresLedger.open({ url: own.href, log: quietLog });
    cleaning.push(() => ledger.close());
    expect(await ledger.open('plant', 'one', openingDraft)).toBe('opened');
  });

  it('[LG30] a transaction is durable when the role would rather not wait for the disk', async () => {
    const { url, clean } = await createSchema();
    cleaning.push(clean);
    const lax = new URL(url);
    const options = lax.searchParams.get('options') ?? '';
    lax.searchParams.set('options', `${options} -c synchronous_commit=off`);
    const connection = new Connection(lax.href, quietLog);
    cleaning.push(() => connection.close());
    const setting = (client: PoolClient) => client.query('SHOW synchronous_commit');
    expect((await connection.with(setting)).rows).toEqual([{ synchronous_commit: 'off' }]);
    expect((await connection.transact(setting)).rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('[LG20] an entry made unreadable behind its back is found by verifying the chain', async () => {
    const { url, clean } = await createSchema();
    cleaning.push(clean);
    const ledger = await PostgresLedger.open({ url, log: quietLog });
    cleaning.push(() => ledger.close());
    await ledger.open('plant', 'one', openingDraft);
    await ledger.append({ board: 'plant', drafts: [draftOf(1), draftOf(2)], onRepeat: 'refuse' });
    const admin = new Client({ connectionString: url });
    await admin.connect();
    cleaning.push(() => admin.end());
    await admin.query("UPDATE entries SET fact = '{not json' WHERE seq = 3");
    expect(await verifyChain(ledger, 'plant')).toMatchObject({ ok: false, seq: 3 });
  });
});
