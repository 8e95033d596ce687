import {
  acceptedAnswerSchema,
  devicesAnswerSchema,
  invitationsAnswerSchema,
  membersAnswerSchema,
  newInvitationAnswerSchema,
  postedAnswerSchema,
} from '@emulation/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maxFailures } from '../../identity/failure-meter.ts';
import { read, TestServer, type Answered, type Call } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await server.openWorks();
  await server.openWorks('secret', 'private');
});
afterAll(() => server.close());

const leader = { role: 'leader', units: ['alpha'] };

async function invite(body: object, board = 'works') {
  return read(newInvitationAnswerSchema, await server.board(`/${board}/invitations`, { body }));
}

const anonymously = (path: string, body: object, headers: Record<string, string> = {}) =>
  server.call(`/api/v1${path}`, { body, headers, as: 'anonymous' });

const cookieOf = (answer: Answered) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function join(token: string, name = 'Kim', headers: Record<string, string> = {}) {
  const answer = await anonymously('/invitations/acceptance', { token, name }, headers);
  expect(answer.status).toBe(200);
  return cookieOf(answer);
}

const comeIn = async (body: object, board?: string, name?: string) =>
  join((await invite(body, board)).token, name);

const as = (cookie: string, path: string, call: Call = {}) =>
  server.board(path, { ...call, as: 'anonymous', headers: { cookie, ...call.headers } });

const result = { metric: 'output', value: '12.30' };

async function peopleOf(board = 'works') {
  return read(membersAnswerSchema, await server.board(`/${board}/people`)).people;
}

it('[ID8] an invitation makes somebody a leader who posts for the own units and no others', async () => {
  const { token, link, state, usesLeft } = await invite(leader);
  expect({ state, usesLeft }).toEqual({ state: 'open', usesLeft: 1 });
  expect(link).toBe(`${server.listening.url}/join#${token}`);
  const opening = await anonymously('/invitations/opening', { token });
  expect(opening.body).toMatchObject({
    board: { id: 'works', name: 'Works' },
    role: 'leader',
    units: [{ id: 'alpha', name: 'alpha' }],
  });
  const accepted = await anonymously('/invitations/acceptance', { token, name: 'Kim' });
  expect(read(acceptedAnswerSchema, accepted)).toEqual({
    board: 'works',
    role: 'leader',
    units: ['alpha'],
  });
  const cookie = cookieOf(accepted);
  const own = await as(cookie, '/works/results', { body: { unit: 'alpha', ...result } });
  expect(own.status).toBe(201);
  const other = await as(cookie, '/works/results', { body: { unit: 'beta', ...result } });
  expect(other.body).toMatchObject({ status: 403, kind: 'forbidden' });
});

it('[ID8] looking at a link uses nothing up; using it twice is 410', async () => {
  const { token, id } = await invite({ ...leader, uses: 1 });
  for (let times = 0; times < 3; times++)
    expect((await anonymously('/invitations/opening', { token })).status).toBe(200);
  expect((await server.call('/join', { as: 'anonymous' })).status).not.toBe(500);
  await join(token);
  for (const path of ['/invitations/opening', '/invitations/acceptance']) {
    const again = await anonymously(path, {
      token,
      ...(path.endsWith('acceptance') ? { name: 'Eve' } : {}),
    });
    expect(again.body).toMatchObject({ status: 410, kind: 'spent-invitation' });
  }
  const { invitations } = read(invitationsAnswerSchema, await server.board('/works/invitations'));
  expect(invitations.find((one) => one.id === id)).toMatchObject({ state: 'used', usesLeft: 0 });
});

it('[ID8] of several who use the last of a link at once one gets in', async () => {
  const { token } = await invite({ role: 'spectator' });
  const answers = await Promise.all(
    ['A', 'B', 'C'].map((name) => anonymously('/invitations/acceptance', { token, name })),
  );
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 410, 410]);
});

it('[ID8] an invitation that is too old or taken back is 410, one that never was 404', async () => {
  const old = await invite({ role: 'verifier', days: 1 });
  const withdrawn = await invite({ role: 'verifier', days: 30 });
  const taken = await server.board(`/works/invitations/${withdrawn.id}`, { method: 'DELETE' });
  expect(taken.body).toMatchObject({ state: 'withdrawn' });
  server.clock.advance(24 * 3_600_000);
  for (const { token } of [old, withdrawn]) {
    const answer = await anonymously('/invitations/acceptance', { token, name: 'Eve' });
    expect(answer.body).toMatchObject({ status: 410, kind: 'spent-invitation' });
  }
  const unknown = await anonymously('/invitations/opening', { token: 'never' });
  expect(unknown.body).toMatchObject({ status: 404, kind: 'unknown-invitation' });
});

it('[ID8] the store keeps no link, and no answer repeats it', async () => {
  const { token } = await invite({ role: 'verifier' });
  const list = await server.board('/works/invitations');
  const ledger = await server.board('/works/ledger');
  expect(list.text + ledger.text).not.toContain(token);
  expect(ledger.text).toContain('invitation.made');
});

it('[ID8] who is signed in takes a further role with the same account', async () => {
  const cookie = await comeIn(leader, 'works', 'Robin');
  const { token } = await invite({ role: 'leader', units: ['beta'] });
  const accepted = await anonymously('/invitations/acceptance', { token }, { cookie });
  expect(accepted.body).toEqual({ board: 'works', role: 'leader', units: ['alpha', 'beta'] });
  expect((await peopleOf()).filter(({ name }) => name === 'Robin')).toHaveLength(1);
  const { token: nameless } = await invite(leader);
  const refused = await anonymously('/invitations/acceptance', { token: nameless });
  expect(refused.body).toMatchObject({ status: 400, errors: [{ path: 'name' }] });
});

it('[ID7] a leader corrects and takes back the own result until it is verified', async () => {
  const cookie = await comeIn(leader);
  const posted = await as(cookie, '/works/results', { body: { unit: 'alpha', ...result } });
  const { id } = read(postedAnswerSchema, posted);
  const correct = (who: string) =>
    as(who, `/works/results/${id}/correction`, { body: { value: '12.40', reason: 'misread' } });
  expect((await correct(cookie)).status).toBe(200);
  const stranger = await comeIn({ role: 'leader', units: ['gamma'] });
  expect((await correct(stranger)).body).toMatchObject({ status: 403 });
  const verifier = await comeIn({ role: 'verifier' });
  const verify = (who: string) =>
    as(who, `/works/results/${id}/verification`, { method: 'POST', body: {} });
  expect((await verify(cookie)).status).toBe(403);
  expect((await verify(verifier)).status).toBe(200);
  expect((await correct(cookie)).status).toBe(403);
  const back = { body: { reason: 'not ours' } };
  expect((await as(cookie, `/works/results/${id}/annulment`, back)).status).toBe(403);
});

it('[ID7] a spectator sees a private board; others are told that there is none', async () => {
  const cookie = await comeIn({ role: 'spectator' }, 'secret');
  expect((await as(cookie, '/secret')).status).toBe(200);
  expect((await as(cookie, '/secret/results', { body: { unit: 'alpha', ...result } })).status).toBe(
    403,
  );
  const outsider = await comeIn(leader);
  const [hidden, unknown] = await Promise.all([as(outsider, '/secret'), as(outsider, '/nowhere')]);
  expect(hidden.text).toBe(unknown.text);
  expect([hidden.status, unknown.status]).toEqual([404, 404]);
});

it('[ID9] a role that is changed or taken away holds at once, and stands in the ledger', async () => {
  const cookie = await comeIn(leader, 'works', 'Toni');
  const { person } = (await peopleOf()).find(({ name }) => name === 'Toni') ?? {};
  const path = `/works/people/${person}`;
  const moved = await server.board(path, {
    method: 'PUT',
    body: { role: 'leader', units: ['gamma'] },
  });
  expect(moved.body).toMatchObject({ role: 'leader', units: ['gamma'], name: 'Toni' });
  const post = (unit: string) => as(cookie, '/works/results', { body: { unit, ...result } });
  expect((await post('alpha')).status).toBe(403);
  expect((await post('gamma')).status).toBe(201);
  expect((await server.board(path, { method: 'DELETE' })).status).toBe(204);
  expect((await post('gamma')).status).toBe(403);
  const ledger = await server.board('/works/ledger');
  expect(ledger.text).toContain('member.removed');
  expect(ledger.text).toContain(`"leader:${person}"`);
  expect(ledger.text).not.toContain('Toni');
});

it('[ID9] names and memberships are told to stewards of the board alone', async () => {
  const cookie = await comeIn(leader, 'works', 'Nobody Knows');
  const answers = await Promise.all(
    ['', '/feed', '/results', '/people', '/invitations', '/sign-in'].map((path) =>
      as(cookie, `/works${path}`),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403, 403]);
  for (const { text } of answers) expect(text).not.toContain('Nobody Knows');
});

it('[ID10] devices are listed by what the browser says, and ended one by one or all', async () => {
  const { token } = await invite({ ...leader, uses: 2 });
  const phone = await join(token, 'Sascha', { 'user-agent': 'Phone of a test' });
  const { person } = (await peopleOf()).find(({ name }) => name === 'Sascha') ?? {};
  const path = `/works/people/${person}/devices`;
  const { devices } = read(devicesAnswerSchema, await server.board(path));
  expect(devices).toMatchObject([{ device: 'Phone of a test', current: false }]);
  const post = () => as(phone, '/works/results', { body: { unit: 'alpha', ...result } });
  expect((await post()).status).toBe(201);
  const ended = await server.board(`${path}/${devices[0]?.id}`, { method: 'DELETE' });
  expect(ended.status).toBe(204);
  expect((await post()).status).toBe(401);
  expect((await server.board(`${path}/none`, { method: 'DELETE' })).body).toMatchObject({
    kind: 'unknown-device',
  });
  expect((await server.board(path, { method: 'DELETE' })).status).toBe(204);
});

it('[ID3] the board says how long a phone stays signed in, also of those who are', async () => {
  await comeIn(leader, 'works', 'Chris');
  const days = { method: 'PUT', body: { days: 3 } };
  expect((await server.board('/works/sign-in', days)).body).toEqual({ days: 3 });
  const { person } = (await peopleOf()).find(({ name }) => name === 'Chris') ?? {};
  const list = await server.board(`/works/people/${person}/devices`);
  const [device] = read(devicesAnswerSchema, list).devices;
  const lasts = Date.parse(device?.expiresAt ?? '') - Date.parse(device?.signedInAt ?? '');
  expect(lasts).toBe(3 * 24 * 3_600_000);
});

it('[ID6] a form of another site is refused, whoever is signed in', async () => {
  const { token } = await invite(leader);
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const answer = await anonymously('/invitations/acceptance', { token, name: 'Eve' }, headers);
    expect(answer.body).toMatchObject({ status: 403, kind: 'foreign-origin' });
  }
});

it('[ID7] what a caller may not set is 400', async () => {
  const cookie = await comeIn(leader);
  for (const extra of [{ seq: 1 }, { actor: 'steward:token' }, { role: 'steward' }]) {
    const body = { unit: 'alpha', ...result, ...extra };
    expect((await as(cookie, '/works/results', { body })).status).toBe(400);
  }
});

const call = (cookie: string, path: string, more: Call = {}) =>
  server.call(`/api/v1${path}`, { ...more, as: 'anonymous', headers: { cookie, ...more.headers } });

it('[ID12] a password brings somebody back, and changing it ends the other sessions', async () => {
  const cookie = await comeIn(leader, 'works', 'Alex');
  const put = (body: object, who = cookie) =>
    call(who, '/account/password', { method: 'PUT', body });
  expect((await put({ signInName: 'Alex.K', password: 'short' })).status).toBe(400);
  const set = await put({ signInName: 'Alex.K', password: 'correct horse' });
  expect(set.body).toMatchObject({ name: 'Alex', signInName: 'alex.k', password: true });
  const signIn = (password: string, name = 'alex.K') => anonymously('/sign-in', { name, password });
  const back = await signIn('correct horse');
  expect(back.body).toMatchObject({ role: 'person', name: 'Alex' });
  for (const wrong of [await signIn('wrong horse'), await signIn('correct horse', 'nobody')])
    expect(wrong.body).toMatchObject({ status: 401, kind: 'wrong-password' });
  const other = await comeIn(leader, 'works', 'Copycat');
  const taken = await put({ signInName: 'ALEX.K', password: 'another horse' }, other);
  expect(taken.body).toMatchObject({ status: 409, kind: 'name-taken' });
  const second = cookieOf(back);
  const change = { signInName: 'alex.k', password: 'battery staple' };
  expect((await put(change)).status).toBe(400);
  expect((await put({ ...change, current: 'wrong' })).status).toBe(401);
  expect((await put({ ...change, current: 'correct horse' })).status).toBe(200);
  expect((await call(second, '/account')).status).toBe(401);
  expect((await call(cookie, '/account')).status).toBe(200);
  expect((await signIn('battery staple')).status).toBe(200);
});

it('[ID12] a passkey that nobody has is refused, and options are given to who is signed in', async () => {
  const cookie = await comeIn(leader, 'works', 'Keyed');
  const options = await call(cookie, '/account/passkeys/options', { method: 'POST' });
  expect(options.body).toMatchObject({ rp: { id: '127.0.0.1' } });
  expect((await anonymously('/account/passkeys/options', {})).status).toBe(401);
  const forged = { response: { id: 'x', rawId: 'x', type: 'public-key', response: {} } };
  expect((await call(cookie, '/account/passkeys', { body: forged })).status).toBe(400);
  const given = await anonymously('/sign-in/passkey/options', {});
  const headers = { cookie: cookieOf(given) };
  expect((await anonymously('/sign-in/passkey', forged, headers)).body).toMatchObject({
    status: 401,
    kind: 'wrong-password',
  });
});

it('[ID13] people end their own sessions, one or all', async () => {
  const cookie = await comeIn(leader, 'works', 'Own');
  const { devices } = read(devicesAnswerSchema, await call(cookie, '/account/devices'));
  expect(devices).toMatchObject([{ current: true }]);
  const strange = await call(cookie, '/account/devices/none', { method: 'DELETE' });
  expect(strange.body).toMatchObject({ kind: 'unknown-device' });
  expect((await call(cookie, '/account/devices', { method: 'DELETE' })).status).toBe(204);
  expect((await call(cookie, '/account')).status).toBe(401);
});

it('[ID12] too many wrong passwords for one name are 429', async () => {
  const guess = () => anonymously('/sign-in', { name: 'victim', password: 'guess' });
  const answers: number[] = [];
  for (let times = 0; times <= maxFailures; times++) answers.push((await guess()).status);
  expect(answers.at(0)).toBe(401);
  expect(answers.at(-1)).toBe(429);
});
