import { afterEach, beforeEach, test } from 'vitest';
import type { RelayMessage } from '../relay.ts';
import { committed } from '../testing/contract.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { SentinelGroup } from '../testing/sentinel.ts';
import { until } from '../testing/until.ts';
import { RedisRelay } from './redis-relay.ts';

let group: SentinelGroup;
const relays: RedisRelay[] = [];

beforeEach(async () => {
  group = await SentinelGroup.start();
});

afterEach(async () => {
  group.master.resume();
  await Promise.all(relays.splice(0).map((relay) => relay.close()));
  await group.close();
});

const openOne = (): RedisRelay => {
  const relay = new RedisRelay({ url: group.url, log: recordingLog(), beatMs: 100 });
  relays.push(relay);
  return relay;
};

/** Repeats messages in both directions until each was heard on the other side. */
async function expectFlow(one: RedisRelay, other: RedisRelay): Promise<void> {
  const heard: RelayMessage[][] = [[], []];
  const leave = [one, other].map((relay, at) => relay.subscribe((told) => heard[at]?.push(told)));
  await until(
    'messages flow both ways',
    () => {
      one.publish(committed(1));
      other.publish(committed(2));
      return heard.every((list) => list.length > 0);
    },
    20_000,
  );
  for (const stop of leave) stop();
}

/** Whoever asks in the moment of its rise is cut off. */
const isHeirMaster = (): Promise<boolean> =>
  group.replica.call<string[]>('ROLE').then(
    ([role]) => role === 'master',
    () => false,
  );

test.each([
  ['killed', () => group.master.kill()],
  ['stopped', async () => group.master.stop()],
])('[RL15] where the master is %s, nodes meet again at its heir', async (_, harm) => {
  const [one, other] = [openOne(), openOne()];
  await expectFlow(one, other);
  await harm();
  await until('both notice', () => !one.healthy() && !other.healthy());
  await expectFlow(one, other);
  await until('the heir rules', isHeirMaster);
});

test('[RL15] whoever comes while the old master is back as a replica meets the others', async () => {
  const one = openOne();
  await until('it is healthy', () => one.healthy());
  await group.master.kill();
  await until('the heir rules', isHeirMaster);
  await group.master.start();
  await expectFlow(one, openOne());
});
