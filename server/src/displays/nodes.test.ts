import type { DisplayCommand, DisplayReport } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RedisRelay } from '../relay/redis/redis-relay.ts';
import { recordingLog } from '../relay/testing/recording-log.ts';
import { RedisProcess } from '../relay/testing/redis-process.ts';
import { until } from '../relay/testing/until.ts';
import { Displays } from './displays.ts';

const wall = 'k3v9x2m4q8w1z7t5';
const clock = { now: () => Date.now() };
const log = recordingLog();
let redis: RedisProcess;
let relays: RedisRelay[];
let nodes: Displays[];

beforeEach(async () => {
  redis = await RedisProcess.onFreePort();
  await redis.start();
  relays = [0, 1].map(() => new RedisRelay({ url: redis.url, log, beatMs: 100 }));
  await until('both are healthy', () => relays.every((relay) => relay.healthy()));
  nodes = relays.map((relay) => new Displays({ relay, clock, build: 'b' }));
});

afterEach(async () => {
  for (const node of nodes) node.close();
  await Promise.all(relays.map((relay) => relay.close()));
  await redis.kill();
});

const report: DisplayReport = {
  board: 'plant',
  id: wall,
  build: 'b',
  scene: 'pulse',
  screen: { width: 1920, height: 1080 },
};

it('[DP12] over a real Redis: a wall of one node is seen and commanded on the other, also after an outage', async () => {
  const [here, there] = nodes as [Displays, Displays];
  const given: DisplayCommand[] = [];
  const line = {
    tell: async (_: string, __: string, command: DisplayCommand) => {
      given.push(command);
      return { ok: true as const };
    },
  };
  there.report(line, report, false);
  // Until the other has heard, as rounds do by themselves.
  const isSeen = () => {
    there.tell(true);
    return here.status('plant', wall)?.online === true;
  };
  await until('the wall is seen', isSeen);
  expect(here.status('plant', wall)).toEqual(there.status('plant', wall));
  expect(await here.command('plant', wall, { kind: 'identify' })).toEqual({ kind: 'done' });
  await redis.kill();
  await until('Redis is missed', () => relays.every((relay) => !relay.healthy()));
  expect(await here.command('plant', wall, { kind: 'identify' })).toEqual({ kind: 'silent' });
  await redis.start();
  await until('both are back', () => relays.every((relay) => relay.healthy()));
  await until('the way is open', isSeen);
  expect(await here.command('plant', wall, { kind: 'reload' })).toEqual({ kind: 'done' });
  expect(given).toEqual([{ kind: 'identify' }, { kind: 'reload' }]);
}, 40_000);
