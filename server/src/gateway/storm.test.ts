import { setTimeout as delay } from 'node:timers/promises';
import { createView, type Happening } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import type { FoldBoard } from './testing/fold-board.ts';
import type { LiveClient } from './testing/live-client.ts';
import { createRandom, type Random } from './testing/random.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

const seed = Number(process.env['STORM_SEED'] ?? Math.floor(Math.random() * 1e9));
const topics = ['board', 'records', 'pulse', 'unit:u1', 'ranking:speed', 'ranking:speed:week'];
const stormHappenings = 120;

let node: TestGateway;
let board: FoldBoard;
/** The rows of every topic at every position, as the fold has them. */
const truth = new Map<string, string>();
const posted: Happening[] = [];
const wrong: string[] = [];

beforeEach(async () => {
  console.info(`storm seed ${seed} (STORM_SEED repeats it)`);
  node = await openTestGateway({ limits: { eventBurst: 1000, beatMs: 200, idleTopicMs: 400 } });
  board = node.boards.open('plant', { units: 8 });
  for (const topic of topics) note(topic);
});
afterEach(() => node.close());

const textOf = (rows: Iterable<[string, object]>) =>
  JSON.stringify([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));

function note(topic: string): void {
  const rows = createView(board.state, topic)?.rows(node.clock.now) ?? new Map<string, object>();
  truth.set(`${topic} at ${board.state.seq}`, textOf(rows));
}

function postAtRandom(random: Random): void {
  const unit = `u${1 + random(8)}`;
  const isAnnulment = random(10) === 0;
  const results = [...standing];
  const result = results[random(Math.max(1, results.length))];
  if (isAnnulment && result !== undefined) {
    standing.delete(result);
    posted.push(...board.commit({ type: 'result.annulled', result, reason: 'storm' }));
  } else {
    posted.push(...board.post(unit, random(500)));
    standing.add(board.state.seq);
  }
  for (const topic of topics) note(topic);
}
const standing = new Set<number>();

/** Compares every set of rows that a client ever holds with the fold's at that position. */
function examine(client: LiveClient, name: string): void {
  client.onRows = (topic, { seq, rows }) => {
    const expected = truth.get(`${topic} at ${seq}`);
    if (textOf(rows) !== expected) wrong.push(`${name}: ${topic} at ${seq} is not the fold's`);
  };
}

async function live(client: LiveClient, random: Random, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    const list = topics.filter(() => random(2) === 0);
    await client.resume('plant', [...list, 'feed']).catch(() => undefined);
    await delay(random(120));
    const whim = random(5);
    if (whim === 0) client.socket.disconnect();
    // The connection breaks without a word, perhaps in the middle of something.
    if (whim === 1) client.socket.io.engine?.close();
    await delay(random(40));
    if (!client.socket.connected) client.socket.connect();
    await client.connected();
  }
}

it('[LV33] in a storm of posts and of clients that come and go, all end equal to the server', async () => {
  const random = createRandom(seed);
  const clients = await Promise.all(
    Array.from({ length: 24 }, () => node.client({ reconnection: false })),
  );
  clients.forEach((client, at) => examine(client, `client ${at}`));
  const goesOn = () => posted.length < stormHappenings;
  const lives = clients.map((client, at) => live(client, createRandom(seed + at + 1), goesOn));
  while (goesOn()) {
    for (let burst = random(6); burst >= 0; burst--) postAtRandom(random);
    await delay(random(30));
  }
  await Promise.all(lives);
  for (const client of clients) await client.resume('plant', [...topics, 'feed']);
  await eventually(() => clients.every((one) => one.beats.at(-1)?.seq === board.state.seq));

  for (const client of clients) {
    for (const topic of topics) {
      const held = client.topics.get(topic);
      const rows = createView(board.state, topic)?.rows(node.clock.now);
      expect(Object.fromEntries(held?.rows ?? [])).toEqual(Object.fromEntries(rows ?? []));
    }
    const from = client.feedFrom ?? Infinity;
    expect(client.happenings).toEqual(posted.filter((one) => one.seq > from));
  }
  expect(clients.flatMap((one) => one.faults)).toEqual([]);
  expect(wrong).toEqual([]);
  expect(node.errors).toEqual([]);
});
