import { setTimeout as delay } from 'node:timers/promises';
import type { Happening } from '@emulation/shared';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import type { FoldBoard } from './testing/fold-board.ts';
import type { LiveClient } from './testing/live-client.ts';
import { connectRaw, frameOf, shakeHands } from './testing/raw-client.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

let node: TestGateway;
let board: FoldBoard;
let bystander: LiveClient;
beforeEach(async () => {
  node = await openTestGateway({ limits: { maxMessageBytes: 20_000 } });
  board = node.boards.open('plant');
  bystander = await node.client();
  await bystander.watch('plant', ['feed', 'ranking:speed']);
});
afterEach(() => node.close());

/** The bystander still hears everything on the connection it had, and nothing was an error. */
async function expectUndisturbed(): Promise<void> {
  const id = bystander.socket.id;
  const before = bystander.happenings.length;
  const posted: Happening[] = board.post('u1', 1000 + board.state.seq);
  await eventually(() => bystander.happenings.length >= before + posted.length);
  expect(bystander.happenings.slice(before)).toEqual(posted);
  expect(bystander.socket.id).toBe(id);
  expect(bystander.faults).toEqual([]);
  expect(node.errors).toEqual([]);
}

const odd: unknown[][] = [
  ['watch'],
  ['watch', null],
  ['watch', 'plant'],
  ['watch', 7],
  ['watch', []],
  ['watch', {}],
  ['watch', { board: 'plant' }],
  ['watch', { board: 'plant', topics: 'feed' }],
  ['watch', { board: 'plant', topics: [7] }],
  ['watch', { board: 'plant', topics: [null, {}] }],
  ['watch', { board: { toString: 1 }, topics: [] }],
  ['watch', { board: '__proto__', topics: [] }],
  ['watch', { board: 'plant', topics: ['__proto__'] }],
  ['watch', { board: 'plant', topics: ['constructor'] }],
  ['watch', { board: 'plant', topics: [''] }],
  ['watch', { board: 'plant', topics: ['unit:', 'unit', ':', 'ranking:'] }],
  ['watch', { board: 'plant', topics: ['feed'], known: { feed: -1 } }],
  ['watch', { board: 'plant', topics: ['feed'], known: { feed: 1.5 } }],
  ['watch', { board: 'plant', topics: ['feed'], known: { feed: '1' } }],
  ['watch', { board: 'plant', topics: ['feed'], known: [] }],
  ['watch', { board: 'plant', topics: ['feed'], known: null }],
  ['watch', { board: 'plant', topics: ['feed'], epoch: { a: 1 } }],
  ['watch', { board: 'plant', topics: Array.from({ length: 3000 }, () => 'f') }],
  ['watch', { board: 'plant', topics: ['x'.repeat(10_000)] }],
  ['watch', Buffer.from('binary junk')],
  ['watch', { board: Buffer.from('plant'), topics: [Buffer.from('feed')] }],
  ['unwatch'],
  ['unwatch', { board: 5 }],
  ['post', {}],
  ['post', { unit: 'u1', metric: 'speed', value: 1 }],
  ['happening', { board: 'plant' }],
  ['error', { message: 'boo' }],
  ['__proto__', {}],
];

it.each(odd.map((args) => [JSON.stringify(args).slice(0, 70), args] as const))(
  '[LV27] %s is answered with a refusal',
  async (_, args) => {
    const client = await node.client();
    const [event, ...rest] = args;
    const answer = await client.ask(String(event), ...rest);
    expect(answer).toMatchObject({ ok: false });
    expect(answer).toHaveProperty('kind', expect.stringMatching(/^[a-z-]+$/));
    expect(answer).toHaveProperty('detail', expect.any(String));
    await expectUndisturbed();
  },
);

const packets = [
  '42["post",{}]',
  '42["watch"]',
  '42["watch",{"board":"plant","topics":["feed"]}]',
  '42[]',
  '42[null]',
  '42[7,{}]',
  '42{}',
  '42["disconnect"]',
  '42["newListener",{}]',
  '4299999999999999999999["watch",{}]',
  '42-1["watch",{}]',
  '421.5["watch",{}]',
  '42 ["watch",{}]',
  '43',
  '430[]',
  '437["an answer to nothing"]',
  '40/admin,',
  '42/admin,["watch",{}]',
  '40',
  '40[]',
  '44"error"',
  '41',
  '451-["watch",{"_placeholder":true,"num":0}]',
  '45999-["watch"]',
  '45-["watch"]',
  '461-1["x"]',
  '47',
  '4',
  '',
  '0',
  '1',
  '2probe',
  '3',
  '5',
  '9',
  'hello',
  `42["watch",${'['.repeat(9000)}${']'.repeat(9000)}]`,
  `421["watch",${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}]`,
  `421["watch",{"board":"plant","topics":[],"known":{"__proto__":{"x":1}}}]`,
  '\u0000\uffff\ud800',
];

it.each(packets.map((packet) => [packet.slice(0, 40), packet] as const))(
  '[LV27] the packet %j disturbs nobody',
  async (_, packet) => {
    const raw = await connectRaw(node.url);
    raw.say(packet);
    raw.say(packet);
    await expectUndisturbed();
    raw.stream.destroy();
  },
);

it('[LV27] frames that are no text, or no frames at all, disturb nobody', async () => {
  const binary = await connectRaw(node.url);
  binary.stream.write(frameOf(Buffer.from([4, 0, 255, 1]), 2));
  const nested = await connectRaw(node.url);
  nested.say(`451-1["watch",${'['.repeat(9000)}{"_placeholder":true,"num":0}${']'.repeat(9000)}]`);
  nested.stream.write(frameOf(Buffer.from('attachment'), 2));
  const unmasked = await connectRaw(node.url);
  unmasked.stream.write(Buffer.from([0x81, 2, 0x34, 0x30]));
  const reserved = await connectRaw(node.url);
  reserved.stream.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));
  const half = await shakeHands(node.url);
  half.client?.stream.write(Buffer.from([0x01, 0x82]));
  half.client?.stream.destroy();
  await expectUndisturbed();
  // Ended, although none of them answers the farewell.
  const broken = [binary, unmasked, reserved];
  await eventually(() => broken.every((one) => one.isEnded()));
  expect(broken.map((one) => one.isEnded())).toEqual([true, true, true]);
  nested.stream.destroy();
});

it('[LV27] valid events without an acknowledgement are ignored', async () => {
  const raw = await connectRaw(node.url);
  raw.say('42["watch",{"board":"plant","topics":["feed"]}]');
  raw.say('423["unwatch",{"board":"plant"}]');
  expect(await eventually(() => raw.heard().includes('433[{"ok":true}]'))).toBe(true);
  board.post('u1', 5000);
  await expectUndisturbed();
  expect(raw.heard()).not.toContain('happening');
  raw.stream.destroy();
});

it('[LV28] a message above the limit ends that connection alone', async () => {
  const raw = await connectRaw(node.url);
  raw.say(`421["watch",{"board":"${'x'.repeat(30_000)}"}]`);
  await eventually(() => raw.isEnded());
  expect(raw.isEnded()).toBe(true);
  await expectUndisturbed();
});

it('[LV29] too many events are refused, and later ones are taken again', async () => {
  const client = await node.client();
  const asked = Array.from({ length: 300 }, () => client.ask('unwatch', { board: 'plant' }));
  const answers = (await Promise.all(asked)) as { ok: boolean; kind?: string }[];
  expect(answers.filter((one) => one.ok).length).toBeLessThan(100);
  expect(answers.filter((one) => one.kind === 'too-many').length).toBeGreaterThan(200);
  await expectUndisturbed();
  await delay(200);
  expect(await client.ask('unwatch', { board: 'plant' })).toEqual({ ok: true });
});

it('[LV29] one connection watches a bounded number of boards', async () => {
  await node.close();
  node = await openTestGateway({ limits: { maxBoardsPerConnection: 2 } });
  for (const name of ['a', 'b', 'c']) node.boards.open(name);
  const client = await node.client();
  await client.watch('a', []);
  await client.watch('b', []);
  expect(await client.ask('watch', { board: 'c', topics: [] })).toMatchObject({ kind: 'too-many' });
  await client.watch('a', ['feed']);
  await client.ask('unwatch', { board: 'a' });
  expect(await client.watch('c', [])).toMatchObject({ ok: true });
});
