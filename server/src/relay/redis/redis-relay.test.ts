import { Redis } from 'ioredis';
import { afterEach, expect, test } from 'vitest';
import type { RelayMessage } from '../relay.ts';
import { committed, relayContract } from '../testing/contract.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { testRedisUrl } from '../testing/test-redis.ts';
import { until } from '../testing/until.ts';
import { RedisRelay } from './redis-relay.ts';

// A database number of this file's own, so that no other test's nodes are heard.
const url = `${testRedisUrl().replace(/\/\d*$/, '')}/7`;
const opened: RedisRelay[] = [];

async function openRelays(count: number): Promise<RedisRelay[]> {
  const relays = Array.from({ length: count }, () => new RedisRelay({ url, log: recordingLog() }));
  opened.push(...relays);
  await until('all are healthy', () => relays.every((relay) => relay.healthy()));
  return relays;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((relay) => relay.close()));
});

relayContract('redis', openRelays);

test('[RL6] what is not a message of this version is ignored', async () => {
  const [relay] = await openRelays(1);
  const heard: RelayMessage[] = [];
  relay!.subscribe((message) => heard.push(message)); // one was opened
  const stranger = new Redis(url);
  const garbage = [
    'not json',
    '42',
    '{"node":"x"}',
    '{"node":"x","beat":1}',
    '{"node":"x","message":{"kind":"unheard-of"}}',
    JSON.stringify({ node: 'x', message: { ...committed(1), from: 0 } }),
    JSON.stringify({ node: 'x', message: { ...committed(1), entries: [{ seq: 1 }] } }),
    JSON.stringify({ node: 'x', message: { ...committed(1), surplus: true } }),
  ];
  for (const text of garbage) await stranger.publish('emulation:1:7', text);
  await stranger.publish('emulation:1:7', JSON.stringify({ node: 'x', message: committed(1) }));
  await until('the good one arrived', () => heard.length > 0);
  stranger.disconnect();
  expect(heard).toEqual([committed(1)]);
});

test('[RL7] nodes on different database numbers of one Redis do not hear each other', async () => {
  const [here] = await openRelays(1);
  const there = new RedisRelay({ url: url.replace(/7$/, '8'), log: recordingLog() });
  opened.push(there);
  await until('both are healthy', () => there.healthy());
  const [also] = await openRelays(1);
  const heardThere: RelayMessage[] = [];
  const heardAlso: RelayMessage[] = [];
  there.subscribe((message) => heardThere.push(message));
  also!.subscribe((message) => heardAlso.push(message)); // one was opened
  here!.publish(committed(1)); // one was opened
  await until('its own kind heard', () => heardAlso.length === 1);
  expect(heardThere).toEqual([]);
});
