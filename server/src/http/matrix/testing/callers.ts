import {
  acceptedAnswerSchema,
  membersAnswerSchema,
  newInvitationAnswerSchema,
  sessionAnswerSchema,
  tokenMadeAnswerSchema,
} from '@emulation/shared';
import { offerSetup } from '../../../identity/setup-link.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { cookieOf } from '../../people/testing/comers.ts';
import { read, stewardToken, type TestServer } from '../../testing/test-server.ts';
import { callers, type Caller } from './row.ts';

/** How each caller is known: a cookie of a session, or a bearer token. */
export type Credentials = Record<Caller, Record<string, string>>;

const own = ['works', 'secret'] as const;
const roles = {
  spectator: { role: 'spectator' },
  leader: { role: 'leader', units: ['alpha'] },
  otherLeader: { role: 'leader', units: ['beta'] },
  verifier: { role: 'verifier' },
  steward: { role: 'steward' },
  former: { role: 'steward' },
} as const;

/** Signs somebody in, or makes who is signed in something more on another board. */
async function accept(server: TestServer, board: string, body: object, cookie = '') {
  const made = await server.board(`/${board}/invitations`, { body });
  const { token } = read(newInvitationAnswerSchema, made);
  const accepted = await server.call('/api/v1/invitations/acceptance', {
    body: { token, name: 'Kim' },
    as: 'anonymous',
    headers: cookie === '' ? {} : { cookie },
  });
  read(acceptedAnswerSchema, accepted);
  return cookie === '' ? cookieOf(accepted) : cookie;
}

async function onBoth(server: TestServer, body: object): Promise<string> {
  const cookie = await accept(server, 'works', body);
  return accept(server, 'secret', body, cookie);
}

/** Takes somebody off both boards again; the session stays. */
async function takeOff(server: TestServer, cookie: string): Promise<void> {
  const headers = { cookie };
  const session = await server.call('/api/v1/session', { as: 'anonymous', headers });
  const person = read(sessionAnswerSchema, session).actor.replace('person:', '');
  for (const board of own) {
    const { people } = read(membersAnswerSchema, await server.board(`/${board}/people`));
    if (!people.some((one) => one.person === person)) throw new Error('nobody to take off');
    await server.board(`/${board}/people/${person}`, { method: 'DELETE' });
  }
}

async function operatorOf(server: TestServer, ledger: Ledger): Promise<string> {
  const token = await offerSetup(ledger, server.clock);
  const opened = await server.call('/api/v1/setup', { body: { token }, as: 'anonymous' });
  return cookieOf(opened);
}

async function bearerOf(server: TestServer, board: string, right: 'read' | 'post') {
  const body = { name: right, right };
  const made = await server.board(`/${board}/tokens`, { body });
  return { authorization: `Bearer ${read(tokenMadeAnswerSchema, made).secret}` };
}

/** A display that a steward of the board admits. */
async function screenOf(server: TestServer, board: string) {
  const call = { body: { board }, as: 'anonymous' } as const;
  const asked = (await server.call('/api/v1/device/code', call)).body as {
    user_code: string;
    device_code: string;
  };
  await server.board(`/${board}/screens/${asked.user_code}`, {
    body: { decision: 'approve', name: 'Hall' },
  });
  const given = await server.call('/api/v1/device/token', {
    body: { device_code: asked.device_code },
    as: 'anonymous',
  });
  return { authorization: `Bearer ${(given.body as { access_token: string }).access_token}` };
}

/** Machines are of one board each; people are the same on both. */
export async function createCallers(
  server: TestServer,
  ledger: Ledger,
): Promise<Record<'works' | 'secret', Credentials>> {
  const people: Partial<Credentials> = {};
  for (const name of Object.keys(roles) as (keyof typeof roles)[])
    people[name] = { cookie: await onBoth(server, roles[name]) };
  await takeOff(server, people.former?.['cookie'] ?? '');
  const elsewhere = {
    stewardElsewhere: { cookie: await accept(server, 'other', roles.steward) },
    leaderElsewhere: { cookie: await accept(server, 'other', roles.leader) },
    screenElsewhere: await screenOf(server, 'other'),
    posterElsewhere: await bearerOf(server, 'other', 'post'),
  };
  const general = {
    anonymous: {},
    token: { authorization: `Bearer ${stewardToken}` },
    operator: { cookie: await operatorOf(server, ledger) },
  };
  const on = async (board: string): Promise<Credentials> => {
    const made = {
      ...people,
      ...elsewhere,
      ...general,
      screen: await screenOf(server, board),
      reader: await bearerOf(server, board, 'read'),
      poster: await bearerOf(server, board, 'post'),
    };
    const missing = callers.filter((caller) => !(caller in made));
    if (missing.length > 0) throw new Error(`nobody is ${missing.join(', ')}`);
    // Every caller is there: it was just looked.
    return made as Credentials;
  };
  return { works: await on('works'), secret: await on('secret') };
}
