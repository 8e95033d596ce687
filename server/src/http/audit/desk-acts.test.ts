import {
  auditAnswerSchema,
  deviceCodeSchema,
  membersAnswerSchema,
  signedInListSchema,
  type Fact,
} from '@emulation/shared';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import { comeIn } from '../people/testing/comers.ts';
import { read, TestServer } from '../testing/test-server.ts';

const wall = 'k3v9x2m4q8w1z7t5';
const ledger = new MemoryLedger();
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ WEBHOOK_RANGES: '127.0.0.0/8' }, { ledger });
  await server.openWorks();
  await server.openWorks('other');
});
afterAll(() => server.close());

const headers = { 'user-agent': 'The desk of the hall' };
const doIt = (path: string, method: string, body?: object) =>
  server.board(`/works${path}`, { method, headers, ...(body ? { body } : {}) });
const told = async (board = 'works') =>
  read(auditAnswerSchema, await server.board(`/${board}/audit?kind=desk`)).rows.toReversed();
/** What was written down of what is done here. */
async function actsOf(doing: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const before = (await told()).length;
  await doing();
  return (await told()).slice(before).map(({ fact: { type: _, ...act } }) => act);
}

async function letIn(name: string): Promise<{ person: string; device: string }> {
  await comeIn(server, { role: 'leader', units: ['alpha'] }, { name });
  const { sessions } = read(signedInListSchema, await server.board('/works/sessions'));
  const found = sessions.find((session) => session.name === name);
  return { person: found?.person ?? '', device: found?.id ?? '' };
}

async function ask(): Promise<string> {
  const call = { body: { board: 'works', display: wall }, as: 'anonymous' } as const;
  return read(deviceCodeSchema, await server.call('/api/v1/device/code', call)).user_code;
}

it('[AU6] who is signed out, by whom and from where, stands in the ledger of that board alone', async () => {
  const ann = await letIn('Ann');
  const bob = await letIn('Bob');
  await letIn('Cem');
  const at = `/people/${ann.person}/devices`;
  const acts = await actsOf(async () => {
    expect((await doIt(`${at}/nothing`, 'DELETE')).status).toBe(404);
    expect((await doIt(`${at}/${ann.device}`, 'DELETE')).status).toBe(204);
    // Nothing is left to end.
    expect((await doIt(at, 'DELETE')).status).toBe(204);
    expect((await doIt(`/people/${bob.person}/devices`, 'DELETE')).status).toBe(204);
    expect((await doIt('/sessions', 'DELETE')).status).toBe(204);
  });
  expect(acts).toEqual([
    { act: 'device-signed-out', id: ann.device, person: ann.person },
    { act: 'person-signed-out', person: bob.person },
    { act: 'everybody-signed-out' },
  ]);
  const rows = await told();
  for (const row of rows)
    expect(row).toMatchObject({ actor: 'steward:token', agent: headers['user-agent'] });
  expect(JSON.stringify(rows)).not.toMatch(/Ann|Bob|Cem/);
  expect(await told('other')).toEqual([]);
});

it('[AU6] accepting an invitation is told with where it was done', async () => {
  await letIn('Dee');
  const { rows } = read(auditAnswerSchema, await server.board('/works/audit?kind=member.set'));
  expect(rows[0]).toMatchObject({ address: '127.0.0.1', name: 'Dee' });
});

it('[AU6] so are displays that were let in or not, secrets and tests of webhooks, words to walls', async () => {
  const body = { name: 'Chat', url: 'http://127.0.0.1:9/in', kinds: ['record'], format: 'json' };
  await doIt('/webhooks/chat', 'PUT', body);
  const socket = io(server.listening.url, { transports: ['websocket'], forceNew: true });
  const screen = { width: 1920, height: 1080 };
  const report = { board: 'works', id: wall, build: 'old', scene: 'pulse', screen };
  await socket.emitWithAck('display', report);
  socket.on('command', (_, answer) => answer({ ok: true }));
  let secret = '';
  const acts = await actsOf(async () => {
    await doIt(`/screens/${await ask()}`, 'POST', { decision: 'approve', name: 'Hall' });
    await doIt(`/screens/${await ask()}`, 'POST', { decision: 'deny' });
    await doIt('/screens/BBBB-BBBB', 'POST', { decision: 'deny' });
    secret = (await doIt('/webhooks/chat/secret', 'POST')).text;
    await doIt('/webhooks/chat/test', 'POST');
    await doIt(`/displays/${wall}/commands`, 'POST', { kind: 'identify' });
    await doIt('/displays/n0n0n0n0n0n0n0n0/commands', 'POST', { kind: 'reload' });
  });
  socket.disconnect();
  expect(acts).toEqual([
    { act: 'screen-approved', id: wall },
    { act: 'screen-refused', id: wall },
    { act: 'webhook-secret-renewed', id: 'chat' },
    { act: 'webhook-tested', id: 'chat' },
    { act: 'wall-identified', id: wall },
  ]);
  const { secret: key } = JSON.parse(secret) as { secret: string };
  expect((await server.board('/works/ledger')).text).not.toContain(key);
});

it('[AU6] the token of an admitted display is told with from where it was approved', async () => {
  const call = { body: { board: 'works', display: wall }, as: 'anonymous' } as const;
  const asked = read(deviceCodeSchema, await server.call('/api/v1/device/code', call));
  await doIt(`/screens/${asked.user_code}`, 'POST', { decision: 'approve', name: 'Hall' });
  const body = { device_code: asked.device_code };
  const poll = { body, as: 'anonymous', headers: { 'user-agent': 'The display' } } as const;
  expect((await server.call('/api/v1/device/token', poll)).status).toBe(200);
  const { rows } = read(auditAnswerSchema, await server.board('/works/audit?kind=token.made'));
  const from = { address: '127.0.0.1', agent: headers['user-agent'] };
  expect(rows).toMatchObject([{ actor: 'steward:token', ...from }]);
});

const drive: Fact = {
  type: 'drive.put',
  id: 'spring',
  name: 'Spring',
  from: '2026-06-01',
  to: '2026-06-30',
  graceHours: 24,
  eligible: {},
  tasks: [
    { id: 'more', metric: 'output', aggregate: 'best', baseline: '0', target: '1000', weight: '1' },
  ],
  scoring: { kind: 'fulfilment', capPercent: 150 },
};

const publicPaths = ['', '/feed', '/results', '/records', '/pulse', '/drives/spring/ranking'];
/** What everybody may read of the board, without how many entries there are. */
const seenByAll = async () =>
  Promise.all(
    publicPaths.map(async (path) => {
      const { status, body } = await server.board(`/works${path}`, { as: 'anonymous' });
      const { seq: _, epoch: __, ...rest } = body as { seq?: number; epoch?: string };
      return { path, status, rest };
    }),
  );

it('[AU7] nobody but the stewards sees an act of a desk, before a freeze and during it', async () => {
  const result = {
    unit: 'alpha',
    metric: 'output',
    value: '7',
    achievedAt: '2026-06-20T10:00:00Z',
  };
  await doIt('/results', 'POST', result);
  for (const isFrozen of [false, true]) {
    if (isFrozen) await freeze();
    const before = await seenByAll();
    const { person } = await letIn(`Kim ${isFrozen}`);
    const during = await seenByAll();
    const acts = await actsOf(() => doIt(`/people/${person}/devices`, 'DELETE'));
    expect(acts).toEqual([{ act: 'person-signed-out', person }]);
    const after = await seenByAll();
    expect(after).toEqual(during);
    expect(after.map(({ rest }) => JSON.stringify(rest)).join('')).not.toMatch(/signed-out/);
    expect(before.map(({ status }) => status)).toEqual(after.map(({ status }) => status));
    for (const path of ['/ledger', '/audit', '/audit.csv', '/people'])
      expect((await server.board(`/works${path}`, { as: 'anonymous' })).status).toBe(401);
  }
});

async function freeze(): Promise<void> {
  const moves = (['pledging', 'running', 'frozen'] as const).map((to): Fact => ({
    type: 'drive.moved',
    id: 'spring',
    to,
  }));
  const at = new Date(server.clock.now()).toISOString();
  const drafts = [drive, ...moves].map((fact) => ({ fact, actor: 'steward:token', at }));
  await ledger.append({ board: 'works', drafts, onRepeat: 'refuse' });
  await vi.waitFor(
    async () => {
      const { body } = await server.board('/works/drives/spring');
      expect(body).toMatchObject({ state: 'frozen' });
    },
    { timeout: 20_000 },
  );
}

it('[AU6] people are told as ids, whose names the trail reads beside them', async () => {
  const { people } = read(membersAnswerSchema, await server.board('/works/people'));
  const named = (await told()).flatMap(({ fact }) => fact['person'] ?? []);
  const known = new Set(people.map(({ person }) => person));
  expect(named.length).toBeGreaterThan(0);
  for (const person of named) expect(known).toContain(person);
});
