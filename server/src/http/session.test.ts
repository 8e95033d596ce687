import { defaultSignedInDays, sessionAnswerSchema } from '@emulation/shared';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { maxFailures } from '../identity/failure-meter.ts';
import { setupMs } from '../identity/setup-link.ts';
import { read, TestServer, type Call } from './testing/test-server.ts';

const board = { id: 'plant', name: 'Plant', timeZone: 'UTC', visibility: 'public' };

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start({ STEWARD_TOKEN: '' });
});
afterEach(() => server.close());

const anonymously = (path: string, call: Call = {}) =>
  server.call(path, { ...call, as: 'anonymous' });
const open = (token: string | undefined) => anonymously('/api/v1/setup', { body: { token } });

async function signIn(): Promise<string> {
  const answer = await open(server.listening.setupToken);
  expect(answer.status).toBe(200);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const openBoard = (cookie: string, headers: Record<string, string> = {}) =>
  anonymously('/api/v1/boards', { body: board, headers: { cookie, ...headers } });

it('[ID5] a set-up link opens a session once', async () => {
  const cookie = await signIn();
  const session = await anonymously('/api/v1/session', { headers: { cookie } });
  expect(read(sessionAnswerSchema, session)).toEqual({
    role: 'steward',
    actor: expect.stringMatching(/^person:./) as string,
    name: 'Steward',
    memberships: [],
  });
  expect((await openBoard(cookie)).status).toBe(201);
  const again = await open(server.listening.setupToken);
  expect(again.body).toMatchObject({ status: 401, kind: 'spent-link' });
});

it('[ID5] of two who use a link at once one gets in', async () => {
  const { setupToken } = server.listening;
  const answers = await Promise.all([open(setupToken), open(setupToken), open(setupToken)]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401, 401]);
});

it('[ID5] a link is good for a day', async () => {
  server.clock.advance(setupMs);
  expect((await open(server.listening.setupToken)).status).toBe(401);
});

it('[ID5] with a steward token there is no link', async () => {
  const other = await TestServer.start();
  expect(other.listening.setupToken).toBeUndefined();
  await other.close();
});

it('[ID3] a session ends when it is closed, and the cookie goes with it', async () => {
  const cookie = await signIn();
  const closed = await anonymously('/api/v1/session', { method: 'DELETE', headers: { cookie } });
  expect(closed.status).toBe(204);
  expect(closed.headers.get('set-cookie')).toMatch(/^board_session=;.*Max-Age=0/);
  const session = await anonymously('/api/v1/session', { headers: { cookie } });
  expect(session.body).toEqual({ role: 'anonymous', actor: 'anonymous', memberships: [] });
});

it('[ID3] a session ends by itself after its days', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  try {
    const cookie = await signIn();
    const role = async () => {
      // What was said of a cookie is good for a second.
      vi.advanceTimersByTime(2000);
      return (await anonymously('/api/v1/session', { headers: { cookie } })).body;
    };
    vi.setSystemTime(Date.now() + (defaultSignedInDays - 1) * 24 * 3_600_000);
    expect(await role()).toMatchObject({ role: 'steward' });
    vi.setSystemTime(Date.now() + 24 * 3_600_000);
    expect(await role()).toMatchObject({ role: 'anonymous' });
  } finally {
    vi.useRealTimers();
  }
});

it('[ID3] the cookie is out of reach of scripts and of other sites, and cannot be made up', async () => {
  const opened = await open(server.listening.setupToken);
  const header = opened.headers.get('set-cookie') ?? '';
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(header).toContain(part);
  expect(header).not.toContain('Secure');
  const cookie = header.split(';')[0] ?? '';
  const [, value = ''] = cookie.split('=');
  for (const forged of ['', 'steward', value.slice(0, 20), `x${value}`]) {
    const headers = { cookie: `board_session=${forged}` };
    const session = await anonymously('/api/v1/session', { headers });
    expect(session.body).toMatchObject({ role: 'anonymous' });
  }
});

it('[ID6] a page of another origin cannot act with a session, its own page can', async () => {
  const cookie = await signIn();
  const foreign = await openBoard(cookie, { origin: 'https://elsewhere.example' });
  expect(foreign.body).toMatchObject({ status: 403, kind: 'foreign-origin' });
  expect((await openBoard(cookie, { origin: 'null' })).status).toBe(403);
  expect((await openBoard(cookie, { origin: server.listening.url })).status).toBe(201);
});

it('[ID6] with a public URL only its pages act with a session, and the cookie is for HTTPS', async () => {
  const other = await TestServer.start({
    STEWARD_TOKEN: '',
    PUBLIC_URL: 'https://board.example',
  });
  const body = { token: other.listening.setupToken };
  const opened = await other
    .call('/api/v1/setup', { body, as: 'anonymous' })
    .catch(() => undefined);
  const setCookie = opened?.headers.get('set-cookie') ?? '';
  expect(setCookie).toContain('Secure');
  const cookie = setCookie.split(';')[0] ?? '';
  const act = (origin: string) =>
    other.call('/api/v1/boards', { body: board, as: 'anonymous', headers: { cookie, origin } });
  expect((await act(other.listening.url)).status).toBe(403);
  expect((await act('https://board.example')).status).toBe(201);
  await other.close();
});

it('[ID2] a wrong token is 401 whatever is asked', async () => {
  for (const authorization of ['Bearer wrong', 'Bearer', 'Basic dG9rZW4=', 'token-of-this-test']) {
    const answer = await anonymously('/api/v1/boards', { headers: { authorization } });
    expect(answer.body).toMatchObject({ status: 401, kind: 'wrong-token' });
  }
});

it('[ID4] too many wrong tokens of an address are 429 with Retry-After, for a minute', async () => {
  const guess = () => anonymously('/api/v1/boards', { headers: { authorization: 'Bearer wrong' } });
  for (let at = 0; at < maxFailures; at++) expect((await guess()).status).toBe(401);
  const blocked = await guess();
  expect(blocked.body).toMatchObject({ status: 429, kind: 'too-many-requests' });
  expect(blocked.headers.get('retry-after')).toBe('60');
  expect((await open(server.listening.setupToken)).status).toBe(429);
  expect((await anonymously('/api/v1/boards')).status).toBe(200);
  server.clock.advance(60_000);
  expect((await guess()).status).toBe(401);
  expect((await open(server.listening.setupToken)).status).toBe(200);
});

it('[ID1] without a token or session one reads and does not write', async () => {
  const cookie = await signIn();
  await openBoard(cookie);
  expect((await anonymously('/api/v1/boards/plant')).status).toBe(200);
  for (const [method, path] of [
    ['POST', ''],
    ['PUT', '/plant/sectors/a'],
    ['PUT', '/plant/units/a'],
    ['PUT', '/plant/metrics/a'],
    ['POST', '/plant/results'],
    ['POST', '/plant/import'],
    ['GET', '/plant/ledger'],
    ['DELETE', '/plant'],
  ] as const) {
    const answer = await anonymously(`/api/v1/boards${path}`, { method });
    expect(answer.body).toMatchObject({ status: 401, kind: 'sign-in-required' });
  }
});
