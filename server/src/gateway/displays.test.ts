import type { DisplayCommand, DisplayReport } from '@emulation/shared';
import { afterEach, expect, it } from 'vitest';
import { LocalHub } from '../relay/local/hub.ts';
import { createLocalRelay } from '../relay/local/local-relay.ts';
import { eventually } from './testing/eventually.ts';
import type { LiveClient } from './testing/live-client.ts';
import { openTestGateway, type TestGateway } from './testing/test-gateway.ts';

const nodes: TestGateway[] = [];
afterEach(async () => {
  const open = nodes.splice(0);
  await Promise.all(open.map((node) => node.close()));
  for (const node of open) expect(node.errors).toEqual([]);
});

const limits = { digestGapMs: 30, beatMs: 50 };
const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const asSteward = { auth: { token: 'steward' } };
const wall = 'k3v9x2m4q8w1z7t5';
const other = 'a1b2c3d4e5f6g7h8';

async function openNode(hub = new LocalHub()): Promise<TestGateway> {
  const node = await openTestGateway({ limits, relay: createLocalRelay({ log, hub }) });
  node.boards.open('plant');
  nodes.push(node);
  return node;
}

const report = (more: Partial<DisplayReport> = {}): DisplayReport => ({
  board: 'plant',
  id: wall,
  build: 'build-1',
  scene: 'ranking:speed',
  screen: { width: 1920, height: 1080 },
  ...more,
});

async function openWall(node: TestGateway, more: Partial<DisplayReport> = {}) {
  const client = await node.client({ auth: { kind: 'display' } });
  expect(await client.ask('display', report(more))).toMatchObject({ ok: true });
  return client;
}

/** What a wall does with its commands, and which it was given. */
function obey(client: LiveClient, reply: unknown = { ok: true }): DisplayCommand[] {
  const given: DisplayCommand[] = [];
  client.socket.on('command', ({ command }, answer) => {
    given.push(command);
    if (reply !== undefined) answer(reply as { ok: true });
  });
  return given;
}

const rowOf = (steward: LiveClient, id = wall) => steward.rows('displays')[`wall:${id}`];

it('[DP8] the topic of all walls is for stewards, and for nobody else there is none', async () => {
  const node = await openNode();
  const anyone = await node.client();
  expect(await anyone.ask('watch', { board: 'plant', topics: ['displays'] })).toEqual({
    ok: false,
    kind: 'unknown-topic',
    detail: 'the board has no topic "displays"',
  });
  const steward = await node.client(asSteward);
  for (const sight of [{}, { sight: 'public' as const }])
    expect(await steward.watch('plant', ['displays'], sight)).toMatchObject({ ok: true });
});

it('[DP9] a wall says what it is and is told what the server serves; stewards see it come and go', async () => {
  const node = await openNode();
  const steward = await node.client(asSteward);
  await steward.watch('plant', ['displays']);
  const client = await node.client({ auth: { kind: 'display' } });
  expect(await client.ask('display', report())).toEqual({
    ok: true,
    build: 'build-1',
    at: new Date(node.clock.now).toISOString(),
  });
  await eventually(() => rowOf(steward)?.['online'] === true);
  expect(rowOf(steward)).toEqual({
    kind: 'wall',
    id: wall,
    online: true,
    since: new Date(node.clock.now).toISOString(),
    build: 'build-1',
    scene: 'ranking:speed',
    screen: { width: 1920, height: 1080 },
  });
  await client.ask('display', report({ scene: 'pulse' }));
  await eventually(() => rowOf(steward)?.['scene'] === 'pulse');
  client.close();
  await eventually(() => rowOf(steward)?.['online'] === false);
  expect(steward.faults).toEqual([]);
});

it('[DP10] garbage is answered with what is wrong, and nobody is disturbed', async () => {
  const node = await openNode();
  const client = await node.client();
  const garbage = [
    undefined,
    null,
    [],
    'wall',
    {},
    report({ id: 'short' }),
    report({ id: '../../x' }),
    report({ scene: 'x'.repeat(500) }),
    report({ screen: { width: -1, height: 0 } }),
    { ...report(), more: 1 },
    report({ shown: Array.from({ length: 40 }, () => shownAt(1)) }),
    report({ shown: [{ ...shownAt(1), sinceArrivalMs: 1e12 }] }),
    report({ shown: [{ ...shownAt(1), shownAt: 'now' }] }),
  ];
  for (const body of garbage)
    expect(await client.ask('display', body)).toMatchObject({ ok: false, kind: 'invalid' });
  expect(await client.ask('display', report({ board: 'nowhere' }))).toMatchObject({
    kind: 'not-found',
  });
  expect(node.displays.walls('plant')).toEqual([]);
});

it('[DP10] a connection speaks for one wall of one board that it may see', async () => {
  const node = await openNode();
  node.boards.open('yard');
  node.boards.open('secret', { visibility: 'private' });
  const client = await openWall(node);
  for (const more of [{ id: other }, { board: 'yard' }])
    expect(await client.ask('display', report(more))).toMatchObject({ ok: false, kind: 'invalid' });
  const stranger = await node.client();
  expect(await stranger.ask('display', report({ board: 'secret' }))).toMatchObject({
    kind: 'not-found',
  });
  expect(node.displays.walls('yard')).toEqual([]);
  expect(node.displays.walls('secret')).toEqual([]);
  expect(node.displays.walls('plant').map(({ id }) => id)).toEqual([wall]);
});

it('[DP10] whoever floods is told so, and what is over the limit is not heard', async () => {
  const node = await openNode();
  const client = await openWall(node);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, at) => client.ask('display', report({ scene: `s${at}` }))),
  );
  const refused = answers.filter((answer) => !(answer as { ok: boolean }).ok);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]).toMatchObject({ kind: 'too-many' });
});

it('[DP11] a command reaches the wall and is answered when it has done it', async () => {
  const node = await openNode();
  const given = obey(await openWall(node));
  const show = { kind: 'show' as const, show: { scene: 'pulse' as const }, seconds: 60 };
  expect(await node.displays.command('plant', wall, show)).toEqual({ kind: 'done' });
  expect(await node.displays.command('plant', wall, { kind: 'identify' })).toEqual({
    kind: 'done',
  });
  expect(given).toEqual([show, { kind: 'identify' }]);
  expect(await node.displays.command('plant', other, show)).toEqual({ kind: 'offline' });
  expect(await node.displays.command('yard', wall, show)).toEqual({ kind: 'offline' });
});

it('[DP11] what a wall refuses is told, and garbage for an answer is no answer', async () => {
  const node = await openNode();
  obey(await openWall(node), { ok: false, detail: 'a record has the screen' });
  obey(await openWall(node, { id: other }), { ok: 'perhaps' });
  expect(await node.displays.command('plant', wall, { kind: 'reload' })).toEqual({
    kind: 'refused',
    detail: 'a record has the screen',
  });
  expect(await node.displays.command('plant', other, { kind: 'reload' })).toMatchObject({
    kind: 'refused',
  });
});

it('[DP12] stewards on one node see and command walls of another', async () => {
  const hub = new LocalHub();
  const [here, there] = [await openNode(hub), await openNode(hub)];
  const steward = await here.client(asSteward);
  await steward.watch('plant', ['displays']);
  const client = await openWall(there);
  const given = obey(client);
  await eventually(() => rowOf(steward)?.['online'] === true);
  expect(await here.displays.command('plant', wall, { kind: 'identify' })).toEqual({
    kind: 'done',
  });
  expect(given).toEqual([{ kind: 'identify' }]);
  client.close();
  await eventually(() => rowOf(steward)?.['online'] === false);
  expect(await here.displays.command('plant', wall, { kind: 'identify' })).toEqual({
    kind: 'offline',
  });
});

/** `afterMs`: since the moment at which the clock of these nodes stands. */
function shownAt(seq: number, sinceArrivalMs = 40, afterMs = 60) {
  const shown = new Date(Date.parse('2026-06-17T12:00:00Z') + afterMs).toISOString();
  return { epoch: 'epoch-1', seq, sinceArrivalMs, shownAt: shown };
}

it('[DP13] a receipt counts the walls that were there, those that showed it, and how fast', async () => {
  const hub = new LocalHub();
  const [here, there] = [await openNode(hub), await openNode(hub)];
  const ids = Array.from({ length: 4 }, (_, at) => `${other}-${at}`);
  const walls = [];
  for (const [at, id] of ids.entries()) walls.push(await openWall(at < 2 ? here : there, { id }));
  await eventually(() => here.displays.walls('plant').length === 4);
  // Each node folds the same entries and hears of the record by itself.
  for (const node of [here, there]) {
    node.boards.get('plant')?.post('u1', 100, '2026-06-01T00:00:00Z');
    node.boards.get('plant')?.post('u2', 120, '2026-06-02T00:00:00Z');
  }
  const { seq } = here.boards.get('plant')?.state ?? { seq: 0 };
  const [a, b, c] = walls;
  await a?.ask('display', report({ id: ids[0] ?? '', shown: [shownAt(seq, 10, 100)] }));
  await a?.ask('display', report({ id: ids[0] ?? '', shown: [shownAt(seq, 99, 999)] }));
  await b?.ask('display', report({ id: ids[1] ?? '', shown: [shownAt(seq, 20, 200)] }));
  await c?.ask(
    'display',
    report({ id: ids[2] ?? '', shown: [shownAt(seq, 30, 300), shownAt(999)] }),
  );
  await openWall(there, { id: wall, shown: [shownAt(seq, 5, 5000)] });
  await eventually(() => here.displays.receipts('plant', 10)[0]?.later === 1);
  expect(here.displays.receipts('plant', 10)).toEqual([
    {
      epoch: 'epoch-1',
      seq,
      at: new Date(here.clock.now).toISOString(),
      metric: 'speed',
      unit: 'u2',
      value: '120',
      result: expect.any(String),
      connected: 4,
      shown: 3,
      later: 1,
      sinceAnnounced: { p50: 200, p99: 300 },
      sinceArrival: { p50: 20, p99: 30 },
    },
  ]);
  await eventually(() => there.displays.receipts('plant', 10)[0]?.shown === 3);
  expect(there.displays.receipts('plant', 10)).toEqual(here.displays.receipts('plant', 10));
  const last = here.displays.status('plant', ids[2] ?? '')?.lastShown;
  expect(last).toMatchObject({ epoch: 'epoch-1', seq });
});
