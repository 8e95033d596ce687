import { afterEach, beforeEach, expect, test } from 'vitest';
import { committed } from '../testing/contract.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { RedisProcess } from '../testing/redis-process.ts';
import { until } from '../testing/until.ts';
import { RedisRelay } from './redis-relay.ts';

const maxPendingBytes = 100_000;
let redis: RedisProcess;
const relays: RedisRelay[] = [];
let log: ReturnType<typeof recordingLog>;

beforeEach(async () => {
  redis = await RedisProcess.onFreePort();
  log = recordingLog();
});

afterEach(async () => {
  redis.resume();
  await Promise.all(relays.splice(0).map((relay) => relay.close()));
  await redis.kill();
});

function openTwo(url = redis.url): [RedisRelay, RedisRelay] {
  const open = (): RedisRelay => new RedisRelay({ url, log, beatMs: 100, maxPendingBytes });
  const pair: [RedisRelay, RedisRelay] = [open(), open()];
  relays.push(...pair);
  return pair;
}

const bothHealthy = (): boolean => relays.every((relay) => relay.healthy());
const noneHealthy = (): boolean => relays.every((relay) => !relay.healthy());

/** Repeats a message until the other side hears one: the way is open again. */
async function expectFlow([from, to]: [RedisRelay, RedisRelay]): Promise<void> {
  let heard = 0;
  const leave = to.subscribe(() => {
    heard += 1;
  });
  await until('messages flow', () => {
    from.publish(committed(1));
    return heard > 0;
  });
  leave();
}

test('[RL8] a stopped Redis is noticed, and when it goes on the path returns by itself', async () => {
  await redis.start();
  const pair = openTwo();
  await until('both are healthy', bothHealthy);
  await expectFlow(pair);
  redis.stop();
  await until('both notice', noneHealthy);
  redis.resume();
  await until('both are healthy again', bothHealthy);
  await expectFlow(pair);
});

test('[RL9] a killed Redis is noticed, and a new one on its port is used', async () => {
  await redis.start();
  const pair = openTwo();
  await until('both are healthy', bothHealthy);
  await redis.kill();
  await until('both notice', noneHealthy);
  await redis.start();
  await until('both are healthy again', bothHealthy);
  await expectFlow(pair);
});

test('[RL10] killed subscriptions are opened again', async () => {
  await redis.start();
  const pair = openTwo();
  await until('both are healthy', bothHealthy);
  expect(await redis.killSubscriptions()).toBe(2);
  await until('two nodes listen again', async () => {
    await expectFlow(pair);
    return bothHealthy();
  });
  await expectFlow([pair[1], pair[0]]);
});

test('[RL11] an address where nothing answers is tried on and on, and told once', async () => {
  const pair = openTwo();
  pair[0].publish(committed(1));
  await until('each told the outage', () => log.lines.length === 2);
  expect(noneHealthy()).toBe(true);
  await redis.start();
  await until('both are healthy', bothHealthy);
  await expectFlow(pair);
  expect(log.lines).toEqual([
    'redis is away: nodes follow the ledger until it returns',
    'redis is away: nodes follow the ledger until it returns',
    'redis is back',
    'redis is back',
  ]);
});

test('[RL11] an address that is no address is tried on and on too', async () => {
  openTwo('redis://no-such-host.invalid:1/0');
  await until('each told the outage', () => log.lines.length === 2);
  expect(noneHealthy()).toBe(true);
});

test('[RL12] what a stopped Redis has not answered for is bounded', async () => {
  await redis.start();
  const [from] = openTwo();
  await until('both are healthy', bothHealthy);
  redis.stop();
  for (let i = 1; i <= 5_000; i += 1) from.publish(committed(i));
  expect(from.pendingBytes).toBeGreaterThan(0);
  expect(from.pendingBytes).toBeLessThanOrEqual(maxPendingBytes);
  await until('the outage is noticed', () => !from.healthy());
  expect(from.pendingBytes).toBe(0);
});

test('[RL13] a relay closes while Redis is stopped', async () => {
  await redis.start();
  openTwo();
  await until('both are healthy', bothHealthy);
  redis.stop();
  await Promise.all(relays.map((relay) => relay.close()));
  expect(noneHealthy()).toBe(true);
});
