import type { Happening } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { eventually } from './testing/eventually.ts';
import type { FoldBoard } from './testing/fold-board.ts';
import { connectRaw, frameOf, shakeHands, type RawClient } from './testing/raw-client.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

let node: TestGateway;
let board: FoldBoard;
beforeEach(async () => {
  node = await openTestGateway();
  board = node.boards.open('plant');
});
afterEach(() => node.close());

/** A post and its annulment, for a reason of so many characters. */
function postAndAnnul(characters: number): Happening[] {
  const posted = board.post('u1', 10);
  const reason = 'x'.repeat(characters);
  const result = board.state.seq;
  return [...posted, ...board.commit({ type: 'result.annulled', result, reason })];
}

const watchFeed = '421["watch",{"board":"plant","topics":["feed"]}]';

async function watchAndStopReading(): Promise<RawClient> {
  const raw = await connectRaw(node.url);
  raw.say(watchFeed);
  expect(await eventually(() => raw.heard().includes('431[{"ok":true'))).toBe(true);
  raw.stream.pause();
  return raw;
}

it('[LV31] who does not read is cut at 1 MiB, and nobody else notices', async () => {
  const reader = await node.client();
  await reader.watch('plant', ['feed']);
  const id = reader.socket.id;
  const raw = await watchAndStopReading();
  const posted: Happening[] = [];
  // What the kernel takes comes on top; it is a few MiB.
  for (let round = 0; round < 2000 && node.gateway.stats().slowConsumers === 0; round++) {
    posted.push(...postAndAnnul(20_000));
    await eventually(() => reader.happenings.length === posted.length);
  }
  expect(node.gateway.stats()).toMatchObject({ slowConsumers: 1, connections: 1 });
  const [{ queuedBytes = 0 } = {}] = node.warnings as { queuedBytes?: number }[];
  expect(queuedBytes).toBeGreaterThan(defaultLimits.maxQueuedBytes);
  expect(queuedBytes).toBeLessThan(defaultLimits.maxQueuedBytes * 1.25);
  expect(reader.happenings).toEqual(posted);
  expect(reader.socket.id).toBe(id);
  raw.stream.destroy();
});

it('[LV32] a first answer larger than the limit may be taken in; a second on top may not', async () => {
  for (let at = 0; at < 15; at++) postAndAnnul(2_000_000);
  const raw = await connectRaw(node.url);
  raw.stream.pause();
  raw.say(watchFeed);
  const other = await node.client();
  // By then the answer was encoded and the queues were looked at.
  for (let turn = 0; turn < 5; turn++) await other.ask('unwatch', { board: 'plant' });
  expect(node.gateway.stats()).toMatchObject({ slowConsumers: 0, connections: 2 });
  raw.stream.resume();
  expect(await eventually(() => raw.heardBytes() > 10_000_000)).toBe(true);
  raw.stream.pause();
  for (const id of [2, 3, 4]) raw.say(`42${id}${watchFeed.slice(3)}`);
  await eventually(() => node.gateway.stats().slowConsumers > 0);
  expect(node.gateway.stats()).toMatchObject({ slowConsumers: 1, connections: 1 });
  raw.stream.destroy();
});

/** What is answered below Socket.IO's own events, by the packet that asks. */
const answeredFrames = {
  'WebSocket pings': frameOf(Buffer.alloc(125), 9),
  'namespaces that are not there': frameOf(`40/${'n'.repeat(1000)},`),
};

it.each(Object.entries(answeredFrames))(
  '[LV34] who never asked to watch, sends %s and does not read, is cut at 1 MiB as well',
  async (_, frame) => {
    const { client } = await shakeHands(node.url);
    const burst = Buffer.concat(Array.from({ length: 500 }, () => frame));
    client?.stream.pause();
    for (let round = 0; round < 2000 && node.gateway.stats().slowConsumers === 0; round++) {
      client?.stream.write(burst);
      // As fast as the server takes it, so that what waits is in its queue.
      await eventually(() => client?.stream.writableLength === 0, 50);
    }
    expect(node.gateway.stats()).toMatchObject({ slowConsumers: 1, connections: 0 });
    const [{ queuedBytes = 0 } = {}] = node.warnings as { queuedBytes?: number }[];
    expect(queuedBytes).toBeLessThan(defaultLimits.maxQueuedBytes * 1.25);
    client?.stream.destroy();
  },
);
