import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { RelayMessage } from '../relay.ts';
import { RedisCluster } from '../testing/cluster.ts';
import { committed, relayContract } from '../testing/contract.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { until } from '../testing/until.ts';
import { RedisRelay } from './redis-relay.ts';

let cluster: RedisCluster;
const relays: RedisRelay[] = [];

beforeAll(async () => {
  cluster = await RedisCluster.start();
});
afterAll(() => cluster.close());
afterEach(async () => {
  for (const node of cluster.nodes) node.resume();
  await Promise.all(relays.splice(0).map((relay) => relay.close()));
});

async function openRelays(count: number): Promise<RedisRelay[]> {
  const opened = Array.from(
    { length: count },
    () => new RedisRelay({ url: cluster.url, log: recordingLog(), beatMs: 100 }),
  );
  relays.push(...opened);
  await until('all are healthy', () => opened.every((relay) => relay.healthy()), 20_000);
  return opened;
}

relayContract('redis cluster', openRelays);

const ofBoard = (board: string, to: number): RelayMessage => ({ ...committed(to), board }) as never;

test('[RL16] in a cluster boards are spread over the masters, each with an order of its own', async () => {
  const [one, other] = await openRelays(2);
  const heard: RelayMessage[] = [];
  other?.subscribe((message) => heard.push(message));
  const boards = Array.from({ length: 40 }, (_, at) => `board-${at}`);
  for (let to = 1; to <= 5; to++) for (const board of boards) one?.publish(ofBoard(board, to));
  await until('all arrived', () => heard.length === boards.length * 5);
  for (const board of boards) {
    const own = heard.filter((message) => 'board' in message && message.board === board);
    expect(own.map((message) => ('to' in message ? message.to : 0))).toEqual([1, 2, 3, 4, 5]);
  }
  const shares = await Promise.all(
    cluster.nodes.map((node) => node.call<string[]>('PUBSUB', 'SHARDCHANNELS')),
  );
  expect(shares.flat()).toHaveLength(16);
  for (const share of shares) expect(share.length).toBeGreaterThan(0);
});

test('[RL16] a master that stops answering is noticed, and the path returns with it', async () => {
  const [one, other] = await openRelays(2);
  cluster.nodes[1]?.stop();
  await until('both notice', () => !one?.healthy() && !other?.healthy(), 20_000);
  cluster.nodes[1]?.resume();
  await until('both return', () => Boolean(one?.healthy() && other?.healthy()), 30_000);
  const heard: RelayMessage[] = [];
  other?.subscribe((message) => heard.push(message));
  await until('messages flow', () => {
    one?.publish(committed(1));
    return heard.length > 0;
  });
});
