import { dumpBoard } from '@emulation/shared';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
  let store: Awaited<ReturnType<OpenStore>>;
  let redis: RedisProcess;
  let posted = 0;

  beforeAll(async () => {
    redis = await RedisProcess.onFreePort();
  });
  beforeEach(async () => {
    await redis.start();
    store = await openStore();
    posted = 0;
  });
  afterEach(async () => {
    redis.resume();
    await closeNodes();
    await store.clean();
    await redis.kill();
  });
  afterAll(() => redis.kill());

  async function startPair(pollMs?: 'never'): Promise<[TestNode, TestNode]> {
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

  const faults: [string, (pair: [TestNode, TestNode]) => Promise<void>, () => Promise<void>][] = [
    ['stopped', async () => redis.stop(), async () => redis.resume()],
    ['killed', () => redis.kill(), () => redis.start()],
    [
      'its subscriptions killed',
      async () => void (await redis.killSubscriptions()),
      async () => {},
    ],
  ];

  test.each(faults)(
    '[ND22] with Redis %s nothing is lost and the other follows',
    async (_name, harm, mend) => {
      const pair = await startPair();
      await post(pair[0], 20);
      await expectFollowed(pair);
      const posting = post(pair[0], 100);
      await harm(pair);
      await posting;
      await expectFollowed(pair);
      await post(pair[0], 5);
      await expectFollowed(pair);
      await mend();
      await post(pair[0], 5);
      await expectFollowed(pair);
    },
  );

  test.each(faults)(
    '[ND23] after Redis %s the fast path returns by itself',
    async (_name, harm, mend) => {
      const pair = await startPair('never');
      await expectFastPath(pair);
      await harm(pair);
      await post(pair[0], 20);
      await mend();
      await expectFastPath(pair);
    },
  );
});
