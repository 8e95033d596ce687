import { dumpBoard } from '@emulation/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger/ledger.ts';
import { MemoryLedger } from '../ledger/memory/memory-ledger.ts';
import { PostgresLedger } from '../ledger/postgres/postgres-ledger.ts';
import { createSchema, quietLog } from '../ledger/testing/stores.ts';
import { RedisRelay } from '../relay/redis/redis-relay.ts';
import { recordingLog } from '../relay/testing/recording-log.ts';
import { RedisProcess } from '../relay/testing/redis-process.ts';
import { until } from '../relay/testing/until.ts';
import { hostOf, mill, openMill, result } from './testing/facts.ts';
import { closeNodes, startNode, toldHappenings, type TestNode } from './testing/node.ts';

/** The bound within which every screen follows, whatever the relay does. */
const followMs = 3_000;

/** Opens the ledgers of two nodes on one store. */
type OpenStore = () => Promise<{ ledgers: [Ledger, Ledger]; clean(): Promise<void> }>;

async function inMemory(): ReturnType<OpenStore> {
  const ledger = new MemoryLedger();
  return { ledgers: [ledger, ledger], clean: () => ledger.close() };
}

async function inPostgres(): ReturnType<OpenStore> {
  const schema = await createSchema();
  const open = (): Promise<Ledger> => PostgresLedger.open({ url: schema.url, log: quietLog });
  const ledgers: [Ledger, Ledger] = [await open(), await open()];
  const clean = async (): Promise<void> => {
    await Promise.all(ledgers.map((ledger) => ledger.close()));
    await schema.clean();
  };
  return { ledgers, clean };
}

describe.each<[string, OpenStore]>([
  ['memory', inMemory],
  ['PostgreSQL', inPostgres],
])('two nodes on one Redis and one ledger in %s', (_, openStore) => {
  let store: Awaited<ReturnType<OpenStore>> | undefined;
  let redis: RedisProcess;
  let posted = 0;

  beforeEach(async () => {
    redis = await RedisProcess.onFreePort();
    await redis.start();
    store = await openStore();
    posted = 0;
  });
  afterEach(async () => {
    await redis.kill();
    await closeNodes();
    await store?.clean();
  });

  async function startPair(pollMs?: 'never'): Promise<[TestNode, TestNode]> {
    if (!store) throw new Error('no store was opened');
    const start = async (ledger: Ledger): Promise<TestNode> => {
      const relay = new RedisRelay({ url: redis.url, log: recordingLog() });
      await until('the relay is healthy', () => relay.healthy());
      return startNode({ ledger, relay, pollMs: pollMs ?? 500 });
    };
    const [first, second] = store.ledgers;
    const pair: [TestNode, TestNode] = [await start(first), await start(second)];
    await openMill(pair[0].registry);
    await until('b has the board', () => pair[1].registry.get(mill.id)?.state.seq === 5, followMs);
    return pair;
  }

  async function post(node: TestNode, count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      posted += 1;
      await hostOf(node.registry).commit([result(posted)], 'refuse');
    }
  }

  async function expectFollowed([a, b]: [TestNode, TestNode]): Promise<void> {
    const at = hostOf(a.registry).state.seq;
    expect(at).toBe(5 + posted);
    await until(`b follows to ${at}`, () => hostOf(b.registry).state.seq === at, followMs);
    expect(dumpBoard(hostOf(b.registry).state)).toEqual(dumpBoard(hostOf(a.registry).state));
    expect(toldHappenings(b, mill.id)).toEqual(toldHappenings(a, mill.id));
  }

  /** Nothing but the relay can bring these to the other node: its polling is off. */
  async function expectFastPath([a, b]: [TestNode, TestNode]): Promise<void> {
    await until('the fast path is back', async () => {
      await post(a, 1);
      const at = hostOf(a.registry).state.seq;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return hostOf(b.registry).state.seq === at;
    });
    await expectFollowed([a, b]);
  }

  interface Fault {
    harm(): Promise<void>;
    mend(): Promise<void>;
  }
  const faults: [string, Fault][] = [
    ['stopped', { harm: async () => redis.stop(), mend: async () => redis.resume() }],
    ['killed', { harm: () => redis.kill(), mend: () => redis.start() }],
  ];
  const bothNotice = (pair: [TestNode, TestNode]): Promise<void> =>
    until('both notice', () => pair.every(({ registry }) => registry.degradations().length > 0));

  test.each(faults)(
    '[ND22] with Redis %s the other follows and nothing is lost',
    async (_name, fault) => {
      const pair = await startPair();
      await post(pair[0], 20);
      await expectFollowed(pair);
      const posting = post(pair[0], 100);
      await fault.harm();
      await posting;
      await expectFollowed(pair);
      await bothNotice(pair);
      await post(pair[0], 5);
      await expectFollowed(pair);
      await fault.mend();
      await post(pair[0], 5);
      await expectFollowed(pair);
    },
  );

  test.each(faults)('[ND23] after Redis was %s the fast path returns', async (_name, fault) => {
    const pair = await startPair('never');
    await expectFastPath(pair);
    await fault.harm();
    await bothNotice(pair);
    await post(pair[0], 20);
    await fault.mend();
    await expectFastPath(pair);
  });

  test('[ND23] killed subscriptions lose nothing, and the fast path returns', async () => {
    const pair = await startPair('never');
    await expectFastPath(pair);
    const posting = post(pair[0], 200);
    expect(await redis.killSubscriptions()).toBe(2);
    await posting;
    await expectFastPath(pair);
  });
});
