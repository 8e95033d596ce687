import { signedInListSchema, newInvitationAnswerSchema } from '@emulation/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { offerSetup } from '../../identity/setup-link.ts';
import { MemoryLedger } from '../../ledger/memory/memory-ledger.ts';
import { read, TestServer, type Answered, type Call } from '../testing/test-server.ts';
import { cookieOf } from './testing/comers.ts';

const ledger = new MemoryLedger();
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({}, { ledger });
  await server.openWorks();
});
afterAll(() => server.close());

const from = (agent: string) => ({ 'user-agent': agent });
const anonymously = (path: string, body: object, agent: string) =>
  server.call(`/api/v1${path}`, { body, headers: from(agent), as: 'anonymous' });
const as = (cookie: string, path: string, call: Call = {}) =>
  server.board(path, { ...call, as: 'anonymous', headers: { cookie, ...call.headers } });

async function comeIn(name: string, role: object, agent: string): Promise<string> {
  const invited = await server.board('/works/invitations', { body: role });
  const { token } = read(newInvitationAnswerSchema, invited);
  return cookieOf(await anonymously('/invitations/acceptance', { token, name }, agent));
}
const told = (answer: Answered) =>
  read(signedInListSchema, answer)
    .sessions.map(({ name, device, role, current }) => ({ name, device, role, current }))
    .toSorted((a, b) => (a.device < b.device ? -1 : 1));

it('[ID20] a steward sees what everybody is signed in with, and ends all of it but the own session', async () => {
  const owner = cookieOf(
    await anonymously(
      '/setup',
      { token: await offerSetup(ledger, server.clock), name: 'Olu' },
      'A',
    ),
  );
  const invited = await server.board('/works/invitations', { body: { role: 'steward' } });
  const { token } = read(newInvitationAnswerSchema, invited);
  await server.call('/api/v1/invitations/acceptance', {
    body: { token },
    headers: { cookie: owner, ...from('B') },
    as: 'anonymous',
  });
  const steward = await comeIn('Sam', { role: 'steward' }, 'C');
  const leader = await comeIn('Lee', { role: 'leader', units: ['alpha'] }, 'D');

  expect(told(await as(steward, '/works/sessions'))).toEqual([
    { name: 'Olu', device: 'A', role: 'steward', current: false },
    { name: 'Sam', device: 'C', role: 'steward', current: true },
    { name: 'Lee', device: 'D', role: 'leader', current: false },
  ]);
  expect((await as(leader, '/works/sessions')).status).toBe(403);
  expect((await as(leader, '/works/sessions', { method: 'DELETE' })).status).toBe(403);

  expect((await as(steward, '/works/sessions', { method: 'DELETE' })).status).toBe(204);
  // Who looks after the whole server stays: a steward of a board does not sign them out.
  expect(told(await as(steward, '/works/sessions')).map(({ name }) => name)).toEqual([
    'Olu',
    'Sam',
  ]);
  expect((await as(leader, '/works/sign-in')).status).toBe(401);

  expect((await as(owner, '/works/sessions', { method: 'DELETE' })).status).toBe(204);
  expect(told(await as(owner, '/works/sessions')).map(({ name }) => name)).toEqual(['Olu']);
  expect((await as(steward, '/works/sessions')).status).toBe(401);
});
