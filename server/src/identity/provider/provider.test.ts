import { membersAnswerSchema, sessionAnswerSchema } from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { comeIn } from '../../http/people/testing/comers.ts';
import { read, TestServer } from '../../http/testing/test-server.ts';
import { Browser, type Page } from './testing/browser.ts';
import { client } from './testing/provider-process.ts';
import { TestProvider } from './testing/test-provider.ts';

const roles = [
  { group: 'wards', board: 'works', role: 'steward' },
  { group: 'press', board: 'works', role: 'leader', units: ['alpha'] },
  { group: 'paint', board: 'works', role: 'leader', units: ['beta', 'not-there'] },
  { group: 'press', board: 'closed', role: 'spectator' },
  { group: 'press', board: 'not-there', role: 'spectator' },
];

let folder: string;
let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'provider-'));
  provider = await TestProvider.start();
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'Plant login',
    OIDC_SCOPES: 'openid profile groups',
    OIDC_ROLES: JSON.stringify(roles),
  };
  server = await TestServer.start(env, { people: { kind: 'folder', dataDir: folder } });
  const redirectUri = `${server.listening.url}/api/v1/sign-in/provider/callback`;
  await provider.tell({ redirectUri });
  await server.openWorks();
  await server.openWorks('closed', 'private');
});
afterAll(async () => {
  await server.close();
  await provider.stop();
  rmSync(folder, { recursive: true });
});

let browser: Browser;
beforeEach(() => void (browser = new Browser()));

const isBack = (url: string) => url.startsWith(server.listening.url);
const api = (path: string) => `${server.listening.url}/api/v1${path}`;

async function begin(by = browser): Promise<string> {
  const begun = await by.ask(api('/sign-in/provider'), { method: 'POST' });
  expect(begun.status).toBe(200);
  return (JSON.parse(begun.text) as { url: string }).url;
}

/** As far as the address at which the provider sends the browser back. */
async function comeBack(person: string, groups: string[]): Promise<Page> {
  await provider.tell({ person, groups });
  let page = await browser.visit(await begin(), isBack);
  for (let forms = 0; forms < 3 && !isBack(page.url); forms++)
    page = await browser.send(page, { login: person, password: 'any' }, isBack);
  return page;
}

/** The outcome that the page for signing in is told. */
async function signIn(person: string, groups: string[]): Promise<string | null> {
  const back = await comeBack(person, groups);
  return outcomeOf(await browser.ask(back.url));
}
const outcomeOf = ({ location }: Page) =>
  new URL(location ?? '/', server.listening.url).searchParams.get('outcome');

async function session(by = browser) {
  const { text } = await by.ask(api('/session'));
  return sessionAnswerSchema.parse(JSON.parse(text));
}
const peopleOf = async (board = 'works') =>
  read(membersAnswerSchema, await server.board(`/${board}/people`)).people;

describe('signing in with a provider', () => {
  it('[ID14] leads there and back, and opens a session of the person it tells of', async () => {
    const ways = await server.call('/api/v1/sign-in', { as: 'anonymous' });
    expect(ways.body).toEqual({ provider: { name: 'Plant login' } });
    const asked = new URL(await begin()).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)?.length).toBeGreaterThan(20);
    expect(await signIn('kim', ['press', 'unknown to us'])).toBe('signed-in');
    expect(await session()).toMatchObject({
      role: 'person',
      name: 'kim of the provider',
      memberships: [
        { board: 'works', role: 'leader', units: ['alpha'] },
        { board: 'closed', role: 'spectator' },
      ],
    });
    const { actor } = await session();
    browser = new Browser();
    await signIn('kim', ['press']);
    expect((await session()).actor).toBe(actor);
  });

  it('[ID15] groups give, change and take roles at the next sign-in, and the ledger says by which', async () => {
    // A board keeps its last steward: somebody else is one, too.
    await signIn('pat', ['wards']);
    browser = new Browser();
    await signIn('lee', ['press', 'paint']);
    const roleOn = async (board: string) =>
      (await session()).memberships.find((one) => one.board === board);
    expect(await roleOn('works')).toEqual({
      board: 'works',
      role: 'leader',
      units: ['alpha', 'beta'],
    });
    await signIn('lee', ['wards', 'press']);
    expect(await roleOn('works')).toMatchObject({ role: 'steward' });
    await signIn('lee', ['paint']);
    expect(await roleOn('works')).toMatchObject({ role: 'leader', units: ['beta'] });
    expect(await roleOn('closed')).toBe(undefined);
    const person = (await session()).actor.replace('person:', '');
    expect((await peopleOf()).find((one) => one.person === person)?.group).toBe('paint');
    expect(await signIn('lee', [])).toBe('no-role');
    expect((await session()).memberships).toEqual([]);
    const { text } = await server.board('/works/ledger');
    const acts = text.split('\n').filter((line) => line.includes(person));
    expect(acts.at(-1)).toContain('member.removed');
    expect(acts.every((line) => line.includes('"actor":"system:groups"'))).toBe(true);
    expect(acts[0]).toContain('"group":"press"');
    expect(text).not.toContain('of the provider');
  });

  it('[ID21] the last steward of a board stays one, whatever the groups say', async () => {
    const roleOfPat = async () =>
      (await session()).memberships.find(({ board }) => board === 'works');
    await signIn('pat', ['paint']);
    expect(await roleOfPat()).toMatchObject({ role: 'steward' });
    expect(await signIn('pat', [])).toBe('signed-in');
    expect(await roleOfPat()).toMatchObject({ role: 'steward' });
    browser = new Browser();
    await signIn('noor', ['wards']);
    browser = new Browser();
    expect(await signIn('pat', [])).toBe('no-role');
  });

  it('[ID15] what was given by hand stays, whatever the groups say', async () => {
    await signIn('sam', ['press']);
    const person = (await session()).actor.replace('person:', '');
    const byHand = { role: 'verifier' };
    await server.board(`/works/people/${person}`, { method: 'PUT', body: byHand });
    await signIn('sam', ['wards']);
    expect((await session()).memberships).toMatchObject([{ board: 'works', role: 'verifier' }]);
    await signIn('sam', []);
    expect((await session()).memberships).toMatchObject([{ board: 'works', role: 'verifier' }]);
    expect((await peopleOf()).find((one) => one.person === person)?.group).toBe(undefined);
  });

  it('[ID15] a role that a steward gives as the group gave it is the steward’s from then on', async () => {
    await signIn('ana', ['press']);
    const person = (await session()).actor.replace('person:', '');
    const same = { role: 'leader', units: ['alpha'] };
    await server.board(`/works/people/${person}`, { method: 'PUT', body: same });
    await signIn('ana', []);
    expect((await session()).memberships).toMatchObject([{ board: 'works', ...same }]);
  });

  it('[ID14] of the provider neither tokens nor addresses are kept', async () => {
    await signIn('tom', ['press']);
    const store = new DatabaseSync(join(folder, 'identity.db'), { readOnly: true });
    const accounts = store.prepare('SELECT accessToken, refreshToken, idToken FROM account').all();
    const addresses = store.prepare('SELECT email FROM user').all();
    store.close();
    expect(accounts.length).toBeGreaterThan(0);
    for (const account of accounts) expect(Object.values(account)).toEqual([null, null, null]);
    for (const { email } of addresses) expect(email).toMatch(/^[0-9a-f-]+@person\.invalid$/);
  });

  it('[ID16] who is in no group of ours is signed in, is nothing anywhere, and told so', async () => {
    expect(await signIn('eve', ['canteen'])).toBe('no-role');
    expect(await session()).toMatchObject({ role: 'person', memberships: [] });
    expect((await browser.ask(api('/boards/closed'))).status).toBe(404);
  });

  it('[ID16] an answer to the question of another browser signs nobody in', async () => {
    const back = await comeBack('kim', ['press']);
    const victim = new Browser();
    await begin(victim);
    expect(outcomeOf(await victim.ask(back.url))).toBe('state');
    expect((await session(victim)).role).toBe('anonymous');
    for (const query of ['?state=made-up&code=x', '?code=x', ''])
      expect(outcomeOf(await victim.ask(api(`/sign-in/provider/callback${query}`)))).toBe('state');
  });

  it('[ID16] an answer is good once, and a refusal of the provider is told as one', async () => {
    const back = await comeBack('kim', ['press']);
    expect(outcomeOf(await browser.ask(back.url))).toBe('signed-in');
    expect(outcomeOf(await browser.ask(back.url))).toBe('state');
    const state = new URL(await begin()).searchParams.get('state') ?? '';
    const denied = api(`/sign-in/provider/callback?error=access_denied&state=${state}`);
    expect(outcomeOf(await browser.ask(denied))).toBe('denied');
    const other = new URL(await begin()).searchParams.get('state') ?? '';
    const forged = api(`/sign-in/provider/callback?code=forged&state=${other}`);
    expect(outcomeOf(await browser.ask(forged))).toBe('failed');
  });

  it('[ID14] two people of one name, or of one address, are two; a session lasts as the board says', async () => {
    await server.board('/works/sign-in', { method: 'PUT', body: { days: 3 } });
    await signIn('max', ['press']);
    const { text } = await browser.ask(api('/account/devices'));
    const [device] = (JSON.parse(text) as { devices: Record<string, string>[] }).devices;
    const lasts =
      Date.parse(device?.['expiresAt'] ?? '') - Date.parse(device?.['signedInAt'] ?? '');
    expect(lasts).toBe(3 * 24 * 3_600_000);
    await comeIn(server, { role: 'spectator' }, { name: 'max of the provider' });
    const named = (await peopleOf()).filter(({ name }) => name === 'max of the provider');
    expect(new Set(named.map(({ person }) => person)).size).toBe(2);
  });
});

it('[ID16] a provider that is away is 503 and keeps nobody from another way in', async () => {
  const away = await TestServer.start({
    OIDC_ISSUER: 'http://127.0.0.1:9/',
    OIDC_CLIENT_ID: 'board',
    OIDC_CLIENT_SECRET: 's',
  });
  await away.openWorks();
  const begun = await away.call('/api/v1/sign-in/provider', { method: 'POST', as: 'anonymous' });
  expect(begun.body).toMatchObject({ status: 503, kind: 'provider-unavailable' });
  expect(await comeIn(away, { role: 'verifier' })).toContain('board_session=');
  const none = await away.call('/api/v1/sign-in', { as: 'anonymous' });
  expect(none.body).toEqual({ provider: { name: '127.0.0.1:9' } });
  await away.close();
});
