import {
  auditAnswerSchema,
  chainAnswerSchema,
  membersAnswerSchema,
  postedAnswerSchema,
  sessionAnswerSchema,
  type WatchAnswer,
} from '@emulation/shared';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LiveClient } from '../../gateway/testing/live-client.ts';
import { offerSetup } from '../../identity/setup-link.ts';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import { read, TestServer, type Call } from '../testing/test-server.ts';
import { callAs, comeIn, cookieOf } from './testing/comers.ts';

let server: TestServer;
let dataDir: string;
const ledger = new MemoryLedger();
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'erasure-'));
  const people = { kind: 'folder', dataDir } as const;
  server = await TestServer.start({ DATA_DIR: dataDir }, { people, ledger });
  await server.openWorks();
  await server.openWorks('secret', 'private');
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true });
});

const leader = { role: 'leader', units: ['alpha'] };
const result = { unit: 'alpha', metric: 'output', value: '12.30' };

const withCookie = (cookie: string, path: string, call: Call = {}) =>
  server.call(`/api/v1${path}`, { ...call, as: 'anonymous', headers: { cookie, ...call.headers } });

async function personOf(cookie: string): Promise<string> {
  return read(sessionAnswerSchema, await withCookie(cookie, '/session')).actor.slice(7);
}

const peopleOf = async (board = 'works') =>
  read(membersAnswerSchema, await server.board(`/${board}/people`)).people;

const erase = (person: string, board = 'works') =>
  server.board(`/${board}/people/${person}/account`, { method: 'DELETE' });

const eraseAs = (cookie: string, person: string, board = 'works') =>
  callAs(server, cookie, `/${board}/people/${person}/account`, { method: 'DELETE' });

/** Files in the folder of data that hold a word in any place, also where it was let go. */
async function filesWith(word: string): Promise<string[]> {
  const files = await readdir(dataDir);
  const kept = await Promise.all(files.map((file) => readFile(join(dataDir, file))));
  return files.filter((_, at) => kept[at]?.includes(word));
}

async function joinBoard(cookie: string, board: string, body: object): Promise<void> {
  const made = await server.board(`/${board}/invitations`, { body });
  const { token } = made.body as { token: string };
  const joined = await withCookie(cookie, '/invitations/acceptance', { body: { token } });
  expect(joined.status).toBe(200);
}

it('[ID17] erasing a person takes the name, every way in and every role; facts stay and the chain verifies', async () => {
  const cookie = await comeIn(server, leader, { name: 'Zacharias Quill' });
  await joinBoard(cookie, 'secret', { role: 'spectator' });
  const person = await personOf(cookie);
  const password = { signInName: 'zacharias.quill', password: 'correct horse' };
  await withCookie(cookie, '/account/password', { method: 'PUT', body: password });
  const agent = 'A phone called Quillphone';
  const posted = await callAs(server, cookie, '/works/results', {
    body: result,
    headers: { 'user-agent': agent },
  });
  const { id, seq } = read(postedAnswerSchema, posted);
  const acts = async (query: string) =>
    read(auditAnswerSchema, await server.board(`/works/audit?${query}`)).rows;
  expect((await acts('text=Quillphone')).map((row) => row.name)).toEqual(['Zacharias Quill']);

  expect((await filesWith('Quill')).length).toBeGreaterThan(0);
  expect((await erase(person)).status).toBe(204);
  for (const board of ['works', 'secret'])
    expect((await peopleOf(board)).map((one) => one.person)).not.toContain(person);
  expect((await withCookie(cookie, '/account')).status).toBe(401);
  const signIn = { name: password.signInName, password: password.password };
  const back = await server.call('/api/v1/sign-in', { body: signIn, as: 'anonymous' });
  expect(back.body).toMatchObject({ kind: 'wrong-password' });

  expect((await server.board(`/works/results/${id}`)).body).toMatchObject({ value: '12.30' });
  const own = (await acts('who=erased person')).find((row) => row.seq === seq);
  expect(own).toMatchObject({ erased: true, actor: `leader:${person}` });
  expect(own).not.toHaveProperty('name');
  expect(own).not.toHaveProperty('address');
  expect(await acts('text=Quillphone')).toEqual([]);
  const file = await server.board('/works/audit.csv?kind=result');
  expect(file.text).toContain('Erased person');
  for (const board of ['works', 'secret']) {
    const chain = await server.board(`/${board}/audit/verification`);
    expect(read(chainAnswerSchema, chain)).toMatchObject({ ok: true });
  }
  expect(await filesWith('Quill')).toEqual([]);
  expect(await filesWith('.quill')).toEqual([]);
});

it('[ID17] a second time changes nothing; somebody who never was is 404', async () => {
  const person = await personOf(await comeIn(server, leader, { name: 'Twice' }));
  expect((await erase(person)).status).toBe(204);
  const before = (await server.board('/works')).body as { seq: number };
  expect((await erase(person)).status).toBe(204);
  expect((await server.board('/works')).body).toMatchObject({ seq: before.seq });
  expect((await erase('nobody')).body).toMatchObject({ status: 404, kind: 'unknown-person' });
});

it('[ID17] the sockets of an erased person fall silent within two seconds', async () => {
  const cookie = await comeIn(server, { role: 'spectator' }, { board: 'secret', name: 'Ava' });
  const extraHeaders = { cookie };
  const client = await new LiveClient(server.listening.url, {
    ...{ extraHeaders, reconnection: false },
  }).connected();
  const watched = (await client.ask('watch', {
    board: 'secret',
    topics: ['board'],
  })) as WatchAnswer;
  expect(watched).toMatchObject({ ok: true });
  const person = await personOf(cookie);
  const since = performance.now();
  const silent = new Promise<number>((resolve) => {
    client.socket.once('disconnect', () => resolve(performance.now() - since));
  });
  expect((await erase(person, 'secret')).status).toBe(204);
  expect(await silent).toBeLessThan(2000);
});

it('[ID18] a steward of all their boards may erase somebody, of some of them is told what to do instead', async () => {
  const steward = await comeIn(server, { role: 'steward' }, { name: 'Stewart' });
  const cookie = await comeIn(server, leader, { name: 'Everywhere' });
  const person = await personOf(cookie);
  await joinBoard(cookie, 'secret', { role: 'spectator' });
  const refused = await eraseAs(steward, person);
  expect(refused.body).toMatchObject({ status: 409, kind: 'on-other-boards' });
  expect(refused.text).toContain('take them off this board');
  expect((await withCookie(cookie, '/account')).body).toMatchObject({ name: 'Everywhere' });
  await server.board(`/secret/people/${person}`, { method: 'DELETE' });
  expect((await eraseAs(cookie, person)).status).toBe(403);
  expect((await eraseAs(steward, person)).status).toBe(204);
  expect((await withCookie(cookie, '/account')).status).toBe(401);
});

it('[ID18] people delete their own account, and nothing is noted of where they did', async () => {
  const cookie = await comeIn(server, leader, { name: 'Own Way' });
  const person = await personOf(cookie);
  const gone = await withCookie(cookie, '/account', { method: 'DELETE' });
  expect(gone.status).toBe(204);
  expect((await withCookie(cookie, '/account')).status).toBe(401);
  const acts = read(auditAnswerSchema, await server.board(`/works/audit?who=${person}`)).rows;
  expect(acts[0]).toMatchObject({
    kind: 'member.removed',
    fact: { erased: true },
    actor: `leader:${person}`,
  });
  for (const act of acts) expect(act).not.toHaveProperty('address');
  const nobody = await server.call('/api/v1/account', { method: 'DELETE', as: 'anonymous' });
  expect(nobody.status).toBe(401);
});

it('[ID19] the last steward of a board is not erased, taken off or made less, but by the steward token', async () => {
  await server.openWorks('lonely', 'private');
  const cookie = await comeIn(server, { role: 'steward' }, { board: 'lonely', name: 'Last' });
  const person = await personOf(cookie);
  const path = `/lonely/people/${person}`;
  const attempts = [
    await withCookie(cookie, '/account', { method: 'DELETE' }),
    await eraseAs(cookie, person, 'lonely'),
    await callAs(server, cookie, path, { method: 'DELETE' }),
    await callAs(server, cookie, path, { method: 'PUT', body: { role: 'spectator' } }),
  ];
  for (const { body, text } of attempts) {
    expect(body).toMatchObject({ status: 409, kind: 'last-steward' });
    expect(text).toContain('make somebody else a steward first');
  }
  await comeIn(server, { role: 'steward' }, { board: 'lonely', name: 'Second' });
  expect((await withCookie(cookie, '/account', { method: 'DELETE' })).status).toBe(204);
  const second = (await peopleOf('lonely'))[0]?.person ?? '';
  expect((await erase(second, 'lonely')).status).toBe(204);
});

it('[ID19] the last steward of the whole server stays, and no steward of a board erases one', async () => {
  const open = async () => {
    const token = await offerSetup(ledger, server.clock);
    const opened = await server.call('/api/v1/setup', { body: { token }, as: 'anonymous' });
    return cookieOf(opened);
  };
  const first = await open();
  const refused = await withCookie(first, '/account', { method: 'DELETE' });
  expect(refused.body).toMatchObject({ status: 409, kind: 'last-steward' });
  await joinBoard(first, 'works', { role: 'spectator' });
  const steward = await comeIn(server, { role: 'steward' }, { name: 'Of one board' });
  const person = await personOf(first);
  expect((await eraseAs(steward, person)).status).toBe(403);
  const second = await open();
  expect((await eraseAs(second, person)).status).toBe(204);
  expect((await withCookie(first, '/account')).status).toBe(401);
});
