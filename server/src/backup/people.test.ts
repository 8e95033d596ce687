import { membersAnswerSchema, sessionAnswerSchema } from '@emulation/shared';
import { ApiProblem, createClient } from '@emulation/client-sdk';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callAs, comeIn } from '../http/people/testing/comers.ts';
import { read, stewardToken, TestServer, type Call } from '../http/testing/test-server.ts';
import { PostgresLedger } from '../ledger/postgres/postgres-ledger.ts';
import { createSchema, quietLog } from '../ledger/testing/stores.ts';

const cleaning: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

/** A server whose people are in a file. */
async function startHere(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'backup-people-'));
  const people = { kind: 'folder', dataDir } as const;
  const server = await TestServer.start({ DATA_DIR: dataDir }, { people });
  cleaning.push(
    () => rm(dataDir, { recursive: true }),
    () => server.close(),
  );
  return server;
}

/** An empty one whose people and addresses are in PostgreSQL. */
async function startThere(): Promise<TestServer> {
  const { url, clean } = await createSchema();
  const ledger = await PostgresLedger.open({ url, log: quietLog });
  const people = { kind: 'postgres', url } as const;
  const server = await TestServer.start({ DATABASE_URL: url }, { ledger, people });
  cleaning.push(clean, () => server.close());
  return server;
}

const clientOf = (server: TestServer) =>
  createClient({ origin: server.listening.url, token: stewardToken });

let here: TestServer;
let kim: string;
beforeEach(async () => {
  here = await startHere();
  await here.openWorks();
  kim = await comeIn(here, { role: 'leader', units: ['alpha'] }, { name: 'Kim Secretname' });
  await withCookie('/account/password', {
    ...{ method: 'PUT', body: { signInName: 'kim', password: 'correct horse' } },
  });
  const hook = { name: 'Chat', url: 'https://chat.example/hooks/hidden', kinds: ['record'] };
  const made = await here.board('/works/webhooks/chat', {
    ...{ method: 'PUT', body: { ...hook, format: 'json' } },
  });
  expect(made.status).toBe(201);
});

const withCookie = (path: string, call: Call = {}) =>
  here.call(`/api/v1${path}`, { ...call, as: 'anonymous', headers: { cookie: kim } });

/** Encrypted and read again with the private key. */
async function encrypted(server: TestServer): Promise<Uint8Array<ArrayBuffer>> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const answer = await clientOf(server).backup(undefined, recipient);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(Buffer.from(bytes).includes('Kim Secretname')).toBe(false);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return new Uint8Array(await decrypter.decrypt(bytes));
}

const signIn = (server: TestServer) =>
  server.call('/api/v1/sign-in', {
    ...{ body: { name: 'kim', password: 'correct horse' }, as: 'anonymous' },
  });

it('[BK11] people and addresses of webhooks move to another engine, encrypted', async () => {
  const saved = await encrypted(here);
  const there = await startThere();
  expect(await clientOf(there).restore(saved)).toMatchObject({ restored: true, people: true });
  const back = await signIn(there);
  expect(back.body).toMatchObject({
    name: 'Kim Secretname',
    memberships: [{ board: 'works', role: 'leader', units: ['alpha'] }],
  });
  const { people } = read(membersAnswerSchema, await there.board('/works/people'));
  expect(people).toMatchObject([{ waysIn: { password: true }, sessions: 1 }]);
  const hooks = await there.board('/works/webhooks');
  expect(hooks.body).toMatchObject({ webhooks: [{ id: 'chat', needsAddress: false }] });
  // Again: who is there stays as they are.
  await clientOf(there).restore(saved);
  expect((await signIn(there)).status).toBe(200);
});

it('[BK11] a plain backup, or that of one board, holds neither; a wrong key is 400', async () => {
  const client = clientOf(here);
  const plain = Buffer.from(await (await client.backup()).arrayBuffer());
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const answer = await client.backup('works', recipient);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const ofOne = await decrypter.decrypt(new Uint8Array(await answer.arrayBuffer()));
  for (const bytes of [plain, Buffer.from(ofOne)])
    for (const secret of ['Kim Secretname', 'hooks/hidden', 'people.ndjson'])
      expect(bytes.includes(secret)).toBe(false);
  const refused = await client.backup(undefined, 'age1nonsense').catch((error: unknown) => error);
  if (!(refused instanceof ApiProblem)) throw new Error('it was taken');
  expect(refused.problem.errors?.[0]?.path).toBe('recipient');
});

it('[BK12] an older backup brings back no one who was erased since', async () => {
  const saved = await encrypted(here);
  const { actor } = read(sessionAnswerSchema, await withCookie('/session'));
  const person = actor.slice(7);
  await here.board(`/works/people/${person}/account`, { method: 'DELETE' });
  await clientOf(here).restore(saved);
  const { people } = read(membersAnswerSchema, await here.board('/works/people'));
  expect(people).toEqual([]);
  expect((await signIn(here)).body).toMatchObject({ kind: 'wrong-password' });
  expect((await callAs(here, kim, '/works/people')).status).toBe(401);
  expect(Buffer.from(await encrypted(here)).includes('Kim Secretname')).toBe(false);
});

it('[BK12] into an empty server the newest backup first, then the older one, brings back no one either', async () => {
  const older = await encrypted(here);
  const { actor } = read(sessionAnswerSchema, await withCookie('/session'));
  await here.board(`/works/people/${actor.slice(7)}/account`, { method: 'DELETE' });
  const newest = await encrypted(here);
  const empty = await startHere();
  expect(await clientOf(empty).restore(newest)).toMatchObject({ restored: true });
  expect(await clientOf(empty).restore(older)).toMatchObject({ restored: true });
  const { people } = read(membersAnswerSchema, await empty.board('/works/people'));
  expect(people).toEqual([]);
  expect((await signIn(empty)).status).toBe(401);
});
