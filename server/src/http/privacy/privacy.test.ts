import {
  auditAnswerSchema,
  postedAnswerSchema,
  sessionAnswerSchema,
  shownNamesSchema,
  versionAnswerSchema,
  type Fact,
} from '@emulation/shared';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import { LiveClient } from '../../gateway/testing/live-client.ts';
import { callAs, comeIn } from '../people/testing/comers.ts';
import { read, TestServer } from '../testing/test-server.ts';

let server: TestServer;
let leader: string;
let verifier: string;
const ledger = new MemoryLedger();
beforeAll(async () => {
  server = await TestServer.start({}, { ledger });
  await server.openWorks();
  leader = await comeIn(
    server,
    { role: 'leader', units: ['alpha', 'gamma'] },
    { name: 'Lea Lead' },
  );
  verifier = await comeIn(server, { role: 'verifier' }, { name: 'Vera Verify' });
});
afterAll(() => server.close());

const rule = (names: 'hidden' | 'shown', originsDays = 90, headers: Record<string, string> = {}) =>
  server.board('/works/privacy', { method: 'PUT', body: { names, originsDays }, headers });

async function post(unit = 'alpha', as = leader): Promise<string> {
  const body = { unit, metric: 'output', value: '12.30' };
  return read(postedAnswerSchema, await callAs(server, as, '/works/results', { body })).id;
}

const namesOf = async (path: string) =>
  read(shownNamesSchema, await server.board(`/works/${path}/names`, { as: 'anonymous' })).names;

const tip = { unit: 'alpha', metric: 'output', title: 'Two at the press', change: 'One feeds.' };

it('[PV1] names are hidden until the board shows them, and of people alone', async () => {
  const id = await post();
  await callAs(server, verifier, `/works/results/${id}/verification`, { method: 'POST', body: {} });
  await callAs(server, leader, '/works/experiences/tip', { method: 'PUT', body: tip });
  const byToken = read(
    postedAnswerSchema,
    await server.post({ unit: 'beta', metric: 'output', value: '1' }),
  );
  expect(await namesOf(`results/${id}`)).toEqual([]);
  expect(await namesOf('experiences/tip')).toEqual([]);
  expect((await rule('shown')).status).toBe(200);
  expect(await namesOf(`results/${id}`)).toEqual([
    { step: 0, name: 'Lea Lead' },
    { step: 1, name: 'Vera Verify' },
  ]);
  expect(await namesOf('experiences/tip')).toEqual([{ step: 0, name: 'Lea Lead' }]);
  expect(await namesOf(`results/${byToken.id}`)).toEqual([]);
  const unknown = await server.board('/works/results/none/names', { as: 'anonymous' });
  expect(unknown.body).toMatchObject({ status: 404, kind: 'unknown-result' });
  await rule('hidden');
  expect(await namesOf(`results/${id}`)).toEqual([]);
});

it('[PV1] of an erased person no name is told', async () => {
  await rule('shown');
  const cookie = await comeIn(server, { role: 'leader', units: ['beta'] }, { name: 'Gone' });
  const id = await post('beta', cookie);
  expect(await namesOf(`results/${id}`)).toEqual([{ step: 0, name: 'Gone' }]);
  const headers = { cookie };
  const session = await server.call('/api/v1/session', { as: 'anonymous', headers });
  const person = read(sessionAnswerSchema, session).actor.slice(7);
  await server.board(`/works/people/${person}/account`, { method: 'DELETE' });
  expect(await namesOf(`results/${id}`)).toEqual([]);
});

it('[PV2] shown names stand in no ledger, export, feed or live view', async () => {
  await rule('shown');
  await post();
  const paths = [
    '/ledger',
    '/results.csv',
    '/results',
    '/feed.csv',
    '/feed',
    '/feeds/records.atom',
  ];
  const answers = await Promise.all(['', ...paths].map((path) => server.board(`/works${path}`)));
  for (const { status, text } of answers) {
    expect(status).toBe(200);
    expect(text).not.toContain('Lea Lead');
  }
  const client = await new LiveClient(server.listening.url, { reconnection: false }).connected();
  const topics = ['board', 'experiences', 'experience:tip', 'verification'];
  const watched = await client.ask('watch', { board: 'works', topics });
  expect(watched).toMatchObject({ ok: true });
  expect(JSON.stringify(watched)).not.toContain('Lea Lead');
  client.close();
});

it('[PV3] the rules are for stewards, and over a version that no longer stands they are 412', async () => {
  expect((await callAs(server, leader, '/works/privacy')).status).toBe(403);
  const body = { names: 'shown', originsDays: 90 };
  const refused = await callAs(server, leader, '/works/privacy', { method: 'PUT', body });
  expect(refused.status).toBe(403);
  const stands = await server.board('/works/versions/privacy/-');
  const { version } = read(versionAnswerSchema, stands);
  await rule('shown', 91);
  const late = await rule('hidden', 92, { 'if-match': `"${version}"` });
  expect(late.body).toMatchObject({ status: 412, kind: 'changed-meanwhile' });
  expect((await server.board('/works/privacy')).body).toEqual({ names: 'shown', originsDays: 91 });
  const ruled = await server.board('/works/audit?kind=privacy.ruled&limit=1');
  expect(read(auditAnswerSchema, ruled).rows[0]?.fact).toMatchObject({ originsDays: 91 });
  for (const originsDays of [0, 1.5, 99_999])
    expect((await rule('shown', originsDays)).status).toBe(400);
});

it('[PV4] shortening how long origins are kept erases the older ones at once; acts stay', async () => {
  const acts = async (text: string) =>
    read(auditAnswerSchema, await server.board(`/works/audit?text=${text}`)).rows;
  const put = (name: string, agent: string) =>
    server.board('/works/sectors/east', {
      ...{ method: 'PUT', body: { name }, headers: { 'user-agent': agent } },
    });
  await put('East', 'Old-browser');
  server.clock.advance(10 * 24 * 3_600_000);
  await put('Far east', 'New-browser');
  expect(await acts('Old-browser')).toHaveLength(1);
  expect((await rule('shown', 5)).status).toBe(200);
  expect(await acts('Old-browser')).toEqual([]);
  expect(await acts('New-browser')).toHaveLength(1);
  expect((await acts('"East"'))[0]).toMatchObject({ kind: 'sector.put' });
});

const drive: Fact = {
  type: 'drive.put',
  id: 'summer',
  name: 'Summer',
  from: '2026-06-01',
  to: '2026-07-31',
  graceHours: 24,
  eligible: { sectors: ['north'] },
  tasks: [
    { id: 'more', metric: 'output', aggregate: 'best', baseline: '0', target: '1000', weight: '1' },
  ],
  scoring: { kind: 'fulfilment', capPercent: 150 },
};

it('[PV2] of a result that a freeze hides nobody is told the name; what is seen is told rightly', async () => {
  await rule('shown');
  const moves = (['pledging', 'running', 'frozen'] as const).map((to): Fact => ({
    ...{ type: 'drive.moved', id: 'summer', to },
  }));
  const at = new Date(server.clock.now()).toISOString();
  const drafts = [drive, ...moves].map((fact) => ({ fact, actor: 'steward:token', at }));
  await ledger.append({ board: 'works', drafts, onRepeat: 'refuse' });
  await vi.waitFor(
    async () =>
      expect((await server.board('/works/drives/summer')).body).toMatchObject({ state: 'frozen' }),
    { timeout: 20_000 },
  );
  const hidden = await post('alpha');
  const seen = await post('gamma');
  const asked = await server.board(`/works/results/${hidden}/names`, { as: 'anonymous' });
  expect(asked.body).toMatchObject({ status: 404, kind: 'unknown-result' });
  const asLeader = await callAs(server, leader, `/works/results/${hidden}/names`);
  expect(asLeader.status).toBe(404);
  expect(await namesOf(`results/${seen}`)).toEqual([{ step: 0, name: 'Lea Lead' }]);
  const asSteward = await server.board(`/works/results/${hidden}/names`);
  expect(read(shownNamesSchema, asSteward).names).toEqual([{ step: 0, name: 'Lea Lead' }]);
});
