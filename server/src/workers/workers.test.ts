import { readFileSync } from 'node:fs';
import type { WatchAnswer } from '@emulation/shared';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../gateway/testing/eventually.ts';
import { LiveClient } from '../gateway/testing/live-client.ts';
import { comeIn } from '../http/people/testing/comers.ts';
import { TestClock, TestServer } from '../http/testing/test-server.ts';

/** Workers are processes of their own and have the machine's clock. */
class MachineClock extends TestClock {
  override now(): number {
    return Date.now();
  }
}

type Options = ConstructorParameters<typeof LiveClient>[1];

/** The processes that this one has started and that still run. */
function workersOf(parent: number): number[] {
  const text = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8');
  return text.trim().split(' ').filter(Boolean).map(Number).filter(isWorker);
}
const isWorker = (pid: number) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('gateway-worker');

describe.each([0, 2])('a server with %i gateway workers', (count) => {
  let server: TestServer;
  const clients: LiveClient[] = [];
  let closing: Promise<void> | undefined;

  beforeAll(async () => {
    const env = { GATEWAYS: String(count), MAX_SOCKETS: '12' };
    server = await TestServer.start(env, {}, new MachineClock());
    await server.openWorks();
    await server.openWorks('secret', 'private');
  });
  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => closing ?? server.close());

  const connect = async (options: Options = {}): Promise<LiveClient> => {
    const client = new LiveClient(server.listening.url, options);
    clients.push(client);
    return client.connected();
  };
  const asSteward = { auth: { token: 'token-of-this-test', kind: 'display' } };
  const ask = (client: LiveClient, board: string, topics: string[]) =>
    client.ask('watch', { board, topics }) as Promise<WatchAnswer>;
  const measure = async (name: string) => {
    const { text } = await server.call('/metrics');
    return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\d+)`, 'm').exec(text)?.[1]);
  };

  it('[GW1] tells all who watch, wherever they are, and holds the same rows', async () => {
    const all = await Promise.all([connect(), connect(), connect()]);
    for (const client of all) await client.watch('works', ['feed', 'ranking:output']);
    for (let value = 1; value <= 20; value++)
      await server.post({ unit: value % 2 ? 'alpha' : 'beta', metric: 'output', value });
    const seq = 27;
    await eventually(() => all.every(({ topics }) => topics.get('ranking:output')?.seq === seq));
    for (const client of all) {
      expect(client.faults).toEqual([]);
      expect(client.rows('ranking:output')).toEqual(all[0]?.rows('ranking:output'));
      expect(client.happenings).toEqual(all[0]?.happenings);
      expect(client.happenings.length).toBeGreaterThan(20);
    }
  });

  it('[GW2] who watches after an acknowledged post finds it in the answer', async () => {
    const client = await connect();
    for (let value = 100; value < 110; value++) {
      const posted = await server.post({ unit: 'gamma', metric: 'output', value });
      const { seq } = posted.body as { seq: number };
      const answer = await client.watch('works', ['ranking:output']);
      expect(answer.seq).toBeGreaterThanOrEqual(seq);
      const id = `made-${value}`;
      await server.board('', {
        body: { id, name: 'New', timeZone: 'UTC', visibility: 'public' },
      });
      expect(await ask(client, id, [])).toMatchObject({ ok: true });
      expect(await client.ask('unwatch', { board: id })).toEqual({ ok: true });
    }
  });

  it('[GW3] shows a private board to those who may see it, and ends what is revoked within 2 s', async () => {
    const [anyone, steward] = [await connect(), await connect(asSteward)];
    expect(await ask(anyone, 'secret', [])).toMatchObject({ ok: false, kind: 'not-found' });
    expect(await ask(steward, 'secret', [])).toMatchObject({ ok: true });
    await expect(connect({ auth: { token: 'wrong' }, reconnection: false })).rejects.toThrow(
      'unauthorized',
    );
    const cookie = await comeIn(server, { role: 'spectator' }, { board: 'secret', name: 'Ava' });
    const ava = await connect({ extraHeaders: { cookie }, reconnection: false });
    expect(await ask(ava, 'secret', ['feed'])).toMatchObject({ ok: true });
    const since = performance.now();
    const silent = new Promise((resolve) => ava.socket.once('disconnect', resolve));
    const signOut = await server.call('/api/v1/session', {
      method: 'DELETE',
      as: 'anonymous',
      headers: { cookie, origin: server.listening.url },
    });
    expect(signOut.status).toBe(204);
    await silent;
    expect(performance.now() - since).toBeLessThan(2000);
  });

  it('[GW4] counts presence and cheers once over all of them', async () => {
    const all = await Promise.all([connect(), connect(asSteward), connect()]);
    for (const client of all) await client.watch('works', ['presence', 'cheers']);
    for (const client of all)
      expect(await client.ask('cheer', { board: 'works', unit: 'alpha' })).toEqual({ ok: true });
    const isRight = ({ rows }: { rows: (topic: string) => Record<string, unknown> }) =>
      JSON.stringify(rows('presence')['display']) === '{"key":"display","count":1}' &&
      JSON.stringify(rows('presence')['all']) === '{"key":"all","count":3}' &&
      JSON.stringify(rows('cheers')['unit:alpha']).endsWith('"count":3}');
    await eventually(() => all.every((one) => isRight({ rows: (topic) => one.rows(topic) })), 8000);
    for (const client of all) {
      expect(client.rows('presence')).toMatchObject({ all: { count: 3 }, display: { count: 1 } });
      expect(client.rows('cheers')).toMatchObject({ 'unit:alpha': { count: 3 } });
    }
  });

  it('[GW5] finds a wall for a command, and takes its receipts, wherever it is', async () => {
    const id = 'k3v9x2m4q8w1z7t5';
    const screen = { width: 1920, height: 1080 };
    const walls = await Promise.all([connect(asSteward), connect(asSteward)]);
    const [wall, steward] = walls;
    const report = { board: 'works', id, build: 'b', scene: 'records', screen };
    expect(await wall.ask('display', report)).toMatchObject({ ok: true });
    wall.socket.on('command', (_: unknown, answer: (reply: { ok: true }) => void) =>
      answer({ ok: true }),
    );
    await wall.watch('works', ['feed']);
    await steward.watch('works', ['displays', 'feed']);
    await eventually(() => steward.rows('displays')[`wall:${id}`] !== undefined);
    const command = { body: { kind: 'identify' } };
    // The writer may hear of it after the steward's worker has.
    await expect
      .poll(async () => (await server.board(`/works/displays/${id}/commands`, command)).status)
      .toBe(200);
    const { body } = await server.post({ unit: 'alpha', metric: 'output', value: 5000 });
    const { seq } = body as { seq: number };
    const { epoch } = steward;
    // A wall tells of what has reached it.
    await eventually(() => wall.happenings.some((one) => one.seq === seq));
    const shown = [{ epoch, seq, sinceArrivalMs: 40, shownAt: new Date().toISOString() }];
    await wall.ask('display', { ...report, shown });
    const key = `receipt:${epoch}:${seq}`;
    await eventually(() => steward.rows('displays')[key]?.['shown'] === 1);
    expect(steward.rows('displays')[key]).toMatchObject({ connected: 1, shown: 1 });
  });

  it('[GW6] bounds connections over all of them, and measures them', async () => {
    await expect.poll(() => measure('board_sockets')).toBe(0);
    const refused = await measure('board_refused_connections_total');
    const full = await Promise.all(Array.from({ length: 12 }, () => connect()));
    await expect(connect({ reconnection: false })).rejects.toThrow('websocket error');
    await expect.poll(() => measure('board_sockets')).toBe(12);
    await expect.poll(() => measure('board_refused_connections_total')).toBe(refused + 1);
    for (const client of full) client.close();
    await expect.poll(() => measure('board_sockets')).toBe(0);
    await connect();
  });

  it('[GW6] refuses other transports and origins in the same words', async () => {
    const polling = await fetch(`${server.listening.url}/socket.io/?EIO=4&transport=polling`);
    expect(polling.status).toBe(400);
    await expect(
      connect({ extraHeaders: { origin: 'https://elsewhere.example' }, reconnection: false }),
    ).rejects.toThrow('websocket error');
  });

  it('[GW7] a worker that is killed costs its clients a connection and nobody anything else', async () => {
    const killed = workersOf(process.pid);
    expect(killed).toHaveLength(count);
    const all = await Promise.all([connect(), connect()]);
    for (const client of all) {
      await client.watch('works', ['feed']);
      client.socket.on('connect', () => void client.resume('works', ['feed']));
    }
    for (const pid of killed.slice(0, 1)) process.kill(pid, 'SIGKILL');
    for (let value = 6000; value < 6010; value++)
      expect((await server.post({ unit: 'beta', metric: 'output', value })).status).toBe(201);
    const last = () => all.map(({ happenings }) => happenings.at(-1)?.seq);
    const { seq } = (await server.board('/works')).body as { seq: number };
    await eventually(() => last().every((at) => at === seq), 15_000);
    expect(last()).toEqual([seq, seq]);
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    await expect.poll(() => workersOf(process.pid).length, { timeout: 15_000 }).toBe(count);
    expect(workersOf(process.pid)).not.toContain(killed[0]);
  });

  it('[GW8] closing ends every connection and every worker in time', async () => {
    const all = await Promise.all([connect({ reconnection: false }), connect()]);
    const closed = all.map(
      (client) => new Promise((resolve) => client.socket.once('disconnect', resolve)),
    );
    const since = performance.now();
    closing = server.close();
    await closing;
    expect(performance.now() - since).toBeLessThan(10_000);
    // Not Socket.IO's own farewell, after which a client would not come back.
    expect(new Set(await Promise.all(closed))).toEqual(new Set(['transport close']));
    expect(workersOf(process.pid)).toEqual([]);
  });
});
