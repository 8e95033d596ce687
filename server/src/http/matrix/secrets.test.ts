import {
  newInvitationAnswerSchema,
  tokenMadeAnswerSchema,
  webhookPutAnswerSchema,
  webhookSecretAnswerSchema,
} from '@emulation/shared';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { pino } from 'pino';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LiveClient } from '../../gateway/testing/live-client.ts';
import { Browser } from '../../identity/provider/testing/browser.ts';
import { client } from '../../identity/provider/testing/provider-process.ts';
import { TestProvider } from '../../identity/provider/testing/test-provider.ts';
import { offerSetup } from '../../identity/setup-link.ts';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import {
  read,
  stewardToken,
  TestServer,
  type Answered,
  type Call,
} from '../testing/test-server.ts';
import { cookieOf } from '../people/testing/comers.ts';

const mqttPassword = 'password-of-the-broker';
const password = 'correct horse battery';
const hookPath = 'T0K3N-in-the-address-of-a-chat';

/** Everything that leaves the server and is for others to read: its log, and what it answers. */
const log: string[] = [];
const answers: { of: string; text: string }[] = [];
/** What must stand in none of them, by what it is. */
const secrets = new Map<string, string>();

let folder: string;
let ledger: MemoryLedger;
let provider: TestProvider;
let server: TestServer;

const stream = new Writable({
  write: (chunk: Buffer, _, done) => {
    log.push(chunk.toString());
    done();
  },
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  ledger = new MemoryLedger();
  provider = await TestProvider.start();
  const backupKey = await generateX25519Identity();
  secrets.set('the key that backups are read with', backupKey);
  const env = {
    DATA_DIR: folder,
    BACKUP_DIR: join(folder, 'backups'),
    BACKUP_RECIPIENT: await identityToRecipient(backupKey),
    MQTT_URL: `mqtt://board:${mqttPassword}@127.0.0.1:9`,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    WEBHOOK_RANGES: '127.0.0.0/8',
    LOG_LEVEL: 'trace',
  };
  server = await TestServer.start(env, { ledger, log: pino({ level: 'trace' }, stream) });
  const redirectUri = `${server.listening.url}/api/v1/sign-in/provider/callback`;
  await provider.tell({ redirectUri });
  secrets.set('the token of the steward', stewardToken);
  secrets.set('the password of the broker', mqttPassword);
  secrets.set('the secret at the provider', client.secret);
  secrets.set('a password', password);
  secrets.set('the address of a chat', hookPath);
});
afterAll(async () => {
  await server.close();
  await provider.stop();
  rmSync(folder, { recursive: true });
});

/** An answer that others may read, too. */
async function ask(path: string, call: Call = {}): Promise<Answered> {
  const answer = await server.call(path, call);
  const { 'set-cookie': _, ...headers } = Object.fromEntries(answer.headers);
  const text = `${JSON.stringify(headers)} ${answer.bytes?.toString('latin1') ?? answer.text}`;
  // A workbook is packed: what its cells say is looked through as well.
  if (String(headers['content-type']).includes('spreadsheetml'))
    answers.push({ of: `cells of ${path}`, text: JSON.stringify(await readXlsx(answer.bytes!)) });
  answers.push({ of: `${call.method ?? ''} ${path}`, text });
  return answer;
}
const anonymously = (path: string, body: object, headers: Record<string, string> = {}) =>
  ask(`/api/v1${path}`, { body, headers, as: 'anonymous' });

/** An answer that tells a secret to whom it is for, this once; what it tells is kept. */
async function told(what: string, path: string, body: object, find: (answer: Answered) => string) {
  const method = path.includes('/webhooks/chat') && !path.endsWith('secret') ? 'PUT' : 'POST';
  const answer = await server.call(`/api/v1${path}`, { method, body });
  secrets.set(what, find(answer));
  return find(answer);
}

/** Presented where it is right, where it is wrong, and in forms that cannot be read. */
async function misuse(secret: string): Promise<void> {
  const bearer = { authorization: `Bearer ${secret}` };
  await ask('/api/v1/boards/works/ledger', { as: 'anonymous', headers: bearer });
  await ask('/api/v1/boards', { as: 'anonymous', headers: { authorization: secret } });
  await ask('/api/v1/session', { as: 'anonymous', headers: { cookie: `board_session=${secret}` } });
  await ask('/api/v1/session', { as: 'anonymous', headers: { cookie: `board_screen=${secret}` } });
  for (const path of [
    '/setup',
    '/invitations/opening',
    '/invitations/acceptance',
    '/device/token',
  ]) {
    await anonymously(path, { token: secret });
    await anonymously(path, { token: secret, role: 'steward' });
    await anonymously(path, { device_code: secret, token: [secret] });
    const headers = { 'content-type': 'application/json' };
    await ask(`/api/v1${path}`, { raw: `{"token": "${secret}`, as: 'anonymous', headers });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await ask(`/api/v1${path}`, { raw: `token=${secret}`, as: 'anonymous', headers: form });
  }
  await anonymously('/sign-in', { name: 'kim', password: secret });
  const socket = new LiveClient(server.listening.url, { auth: { token: secret } });
  await socket.connected().catch(() => undefined);
  socket.close();
  server.clock.advance(600_000);
}

async function invite(): Promise<string> {
  const board = '/boards/works/invitations';
  return told(
    'an invitation',
    board,
    { role: 'verifier' },
    (answer) => read(newInvitationAnswerSchema, answer).token,
  );
}

async function comeIn(): Promise<void> {
  const token = await invite();
  const accepted = await anonymously('/invitations/acceptance', { token, name: 'Kim' });
  const cookie = cookieOf(accepted);
  secrets.set('a session', cookie.split('=')[1]?.split('.')[0] ?? '');
  const headers = { cookie };
  const put = (body: object) =>
    ask('/api/v1/account/password', { method: 'PUT', body, as: 'anonymous', headers });
  await put({ signInName: 'kim', password });
  await put({ signInName: 'kim', password, current: `${password} not` });
  await put({ signInName: 'not a name', password });
  await anonymously('/sign-in', { name: 'kim', password });
  await anonymously('/sign-in', { name: 'kim', password, extra: password });
  for (const path of ['/session', '/account', '/account/devices'])
    await ask(`/api/v1${path}`, { as: 'anonymous', headers });
}

async function admitScreen(): Promise<void> {
  const call = { body: { board: 'works' }, as: 'anonymous' } as const;
  const asked = (await server.call('/api/v1/device/code', call)).body as Record<string, string>;
  const code = asked['device_code'] ?? '';
  secrets.set('the code of a display', code.split('.').at(-1) ?? '');
  await anonymously('/device/token', { device_code: code });
  const screen = `/boards/works/screens/${asked['user_code']}`;
  await ask(`/api/v1${screen}`);
  await ask(`/api/v1${screen}`, { body: { decision: 'approve', name: 'Hall' } });
  const body = { device_code: code };
  server.clock.advance(10_000);
  const given = await server.call('/api/v1/device/token', { body, as: 'anonymous' });
  const token = (given.body as { access_token: string }).access_token;
  secrets.set('the token of a display', token.split('~').at(-1) ?? '');
  await anonymously('/device/token', body);
  await misuse(token);
}

async function makeToken(): Promise<void> {
  const body = { name: 'Press', right: 'post' };
  const find = (answer: Answered) => read(tokenMadeAnswerSchema, answer).secret;
  const token = await told('the token of a machine', '/boards/works/tokens', body, find);
  secrets.set('the token of a machine', token.split('~').at(-1) ?? '');
  await misuse(token);
  const result = { unit: 'alpha', metric: 'output', value: '1' };
  const headers = { authorization: `Bearer ${token}` };
  await ask('/api/v1/boards/works/results', { body: result, as: 'anonymous', headers });
}

async function makeWebhook(): Promise<void> {
  const body = {
    name: 'Chat',
    url: `http://127.0.0.1:9/hooks/${hookPath}`,
    kinds: ['record'],
    format: 'json',
  };
  const hook = '/boards/works/webhooks/chat';
  await told('the first secret of a webhook', hook, body, (answer) =>
    (read(webhookPutAnswerSchema, answer).secret ?? '').replace('whsec_', ''),
  );
  await told('the secret of a webhook', `${hook}/secret`, {}, (answer) =>
    read(webhookSecretAnswerSchema, answer).secret.replace('whsec_', ''),
  );
  await ask(`/api/v1${hook}/test`, { method: 'POST' });
  await ask(`/api/v1${hook}`, { method: 'PUT', body: { ...body, kinds: [] } });
  await ask(`/api/v1${hook}`, { method: 'PUT', body: { ...body, url: `ftp://${hookPath}` } });
}

async function signInWithProvider(): Promise<void> {
  await provider.tell({ person: 'ann', groups: [] });
  const browser = new Browser();
  const isBack = (url: string) => url.startsWith(server.listening.url);
  const begun = await browser.ask(`${server.listening.url}/api/v1/sign-in/provider`, {
    method: 'POST',
  });
  let page = await browser.visit((JSON.parse(begun.text) as { url: string }).url, isBack);
  for (let forms = 0; forms < 3 && !isBack(page.url); forms++)
    page = await browser.send(page, { login: 'ann', password: 'any' }, isBack);
  const answer = new URL(page.url);
  secrets.set('a code of the provider', answer.searchParams.get('code') ?? '');
  secrets.set('the state of a sign-in', answer.searchParams.get('state') ?? '');
  await browser.ask(page.url);
  await ask(`${answer.pathname}${answer.search}`, { as: 'anonymous' });
  await ask(`${answer.pathname}?error=access_denied&state=${answer.searchParams.get('state')}`, {
    as: 'anonymous',
  });
}

/** Everything that can be read or taken along of a server, workbooks too. */
async function readEverything(): Promise<void> {
  const { body } = await ask('/openapi.json');
  const paths = Object.entries((body as { paths: Record<string, object> }).paths);
  for (const [path, operations] of paths) {
    if (!('get' in operations) || /preview\.png|certificate|callback/.test(path)) continue;
    const filled = path.replace('{board}', 'works').replace(/\{\w+\}/g, 'chat');
    await ask(`${filled}${/rank|distribution|progression/.test(path) ? '?metric=output' : ''}`);
  }
  for (const path of ['/metrics', '/readyz', '/b/works', '/docs']) await ask(path);
  const hidden = { mapping: { name: 'A', filter: 'a/#', value: '/v' } };
  await ask('/api/v1/boards/works/mappings/preview', { body: hidden });
}

it('[SE6] secrets of every kind stand in no log, no error, no answer and no export', async () => {
  await server.openWorks();
  const setup = await offerSetup(ledger, server.clock);
  secrets.set('a set-up link', setup);
  await misuse(setup.slice(0, -1));
  const opened = await anonymously('/setup', { token: setup, name: 'First' });
  expect(opened.status).toBe(200);
  await misuse(await invite());
  await comeIn();
  await admitScreen();
  await makeToken();
  await makeWebhook();
  await signInWithProvider();
  await readEverything();
  expect(secrets.size).toBe(16);
  for (const [what, secret] of secrets) {
    expect(secret.length, what).toBeGreaterThan(12);
    const places = answers.filter(({ text }) => text.includes(secret)).map(({ of }) => of);
    expect([what, ...places]).toEqual([what]);
    expect([what, ...log.filter((line) => line.includes(secret))]).toEqual([what]);
  }
  // That there was something to find it in: what may be told of them is found.
  const isTold = (text: string) => answers.filter((one) => one.text.includes(text)).length;
  expect(isTold('"name":"Press"')).toBeGreaterThan(1);
  expect(isTold('"origin":"http://127.0.0.1:9"')).toBeGreaterThan(1);
  const workbooks = answers.filter(({ of }) => of.startsWith('cells of'));
  expect(workbooks.length).toBeGreaterThan(15);
  expect(workbooks.some(({ text }) => text.includes('Press'))).toBe(true);
  expect(log.some((line) => line.includes('provider was refused'))).toBe(true);
  expect(answers.length).toBeGreaterThan(150);
}, 180_000);
