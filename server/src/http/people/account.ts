import {
  accountAnswerSchema,
  devicesAnswerSchema,
  personNameSchema,
  type AccountAnswer,
} from '@emulation/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalid } from '../../errors/recognition.ts';
import { Refusal } from '../../errors/refusal.ts';
import type { Person } from '../../identity/actor.ts';
import { answers, type Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { deviceAnswer, endDevices } from './devices.ts';
import { erasePerson } from './erasure.ts';
import { noteOwnAct } from './own-act.ts';
import { authHeaders, authOf, isRefused } from './sign-in.ts';

const tags = ['account'];
const deviceParams = z.object({ device: z.string() });
const nameBody = z.strictObject({ name: personNameSchema });
const signInName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{M}\p{N}._@+-]{2,60}$/u, {
    error: '2 to 60 letters, digits or . _ @ + -',
  });
const passwordBody = z.strictObject({
  signInName,
  password: z.string().min(8, { error: 'at least 8 characters' }).max(128),
  /** The one it replaces; not where there is none yet. */
  current: z.string().min(1).max(200).optional(),
});

/** The account of who is signed in: a token has none. */
export function requirePerson({ actor }: FastifyRequest): Person {
  if (actor.kind === 'person') return actor;
  throw new Refusal(actor.kind === 'anonymous' ? 'sign-in-required' : 'forbidden');
}

async function accountOf(deps: HttpDeps, person: string): Promise<AccountAnswer> {
  const account = await deps.identity.people.account(person);
  if (!account) throw new Refusal('unknown-person');
  return account;
}

function profileRoutes(api: Api, deps: HttpDeps): void {
  const response = answers({ 200: accountAnswerSchema });
  api.get('/account', {
    schema: {
      tags,
      summary: 'The own account',
      description: 'What you are called here, and how you can come back.',
      response,
    },
    handler: async (request) => accountOf(deps, requirePerson(request).person),
  });

  api.put('/account', {
    schema: {
      tags,
      summary: 'Say what you are called',
      description: 'Stewards of your boards read it; everybody does on a board that shows names.',
      body: nameBody,
      response,
    },
    handler: async (request) => {
      const by = requirePerson(request);
      const { person } = by;
      const { name } = await accountOf(deps, person);
      await deps.identity.people.rename(person, request.body.name);
      if (name !== request.body.name)
        await noteOwnAct(request, deps, { by, act: 'own-name-changed' });
      return accountOf(deps, person);
    },
  });
}

function deletionRoute(api: Api, deps: HttpDeps): void {
  api.delete('/account', {
    schema: {
      tags,
      summary: 'Delete the own account',
      description:
        'Name, password, passkeys, roles on every board and where you acted from go at once; what ' +
        'you posted stays, and nothing tells any more that it was you. The last steward of a board ' +
        'makes somebody else one first.',
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const { person } = requirePerson(request);
      // Where it comes from is not noted: that would be the first thing to erase.
      await erasePerson(deps, { person, by: request.actor });
      return reply.code(204).send();
    },
  });
}

function passwordRoute(api: Api, deps: HttpDeps): void {
  api.put('/account/password', {
    schema: {
      tags,
      summary: 'Set or change the own password',
      description: 'With the name to type beside it. Other devices are signed out by a change.',
      body: passwordBody,
      response: answers({ 200: accountAnswerSchema }),
    },
    handler: async (request) => {
      const by = requirePerson(request);
      const { person, credential } = by;
      const { password, current, ...body } = request.body;
      const { people } = deps.identity;
      const { password: hasPassword } = await accountOf(deps, person);
      if (await people.isNameTaken(body.signInName, person)) throw new Refusal('name-taken');
      if (hasPassword && current === undefined)
        throw invalid([{ path: 'current', message: 'say the password it replaces' }]);
      const auth = await authOf(deps, request);
      const headers = authHeaders(request);
      try {
        if (hasPassword)
          await auth.api.changePassword({
            body: { newPassword: password, currentPassword: current ?? '' },
            headers,
          });
        else await auth.api.setPassword({ body: { newPassword: password }, headers });
      } catch (error) {
        throw isRefused(error) ? new Refusal('wrong-password') : error;
      }
      await people.nameForSignIn(person, body.signInName);
      const others = await people.sessionsOf([person]);
      if (hasPassword)
        await people.endSessions(others.map(({ id }) => id).filter((id) => id !== credential));
      await noteOwnAct(request, deps, { by, act: 'own-password-set' });
      return accountOf(deps, person);
    },
  });
}

function ownDeviceRoutes(api: Api, deps: HttpDeps): void {
  api.get('/account/devices', {
    schema: {
      tags,
      summary: 'What you are signed in with',
      description: 'The latest seen first; `current` is the one that asks.',
      response: answers({ 200: devicesAnswerSchema }),
    },
    handler: async (request) => {
      const { person, credential } = requirePerson(request);
      const sessions = await deps.identity.people.sessionsOf([person]);
      return { devices: sessions.map((session) => deviceAnswer(session, credential)) };
    },
  });

  api.delete('/account/devices', {
    schema: {
      tags,
      summary: 'Sign out everywhere',
      description: 'Here, too.',
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const by = requirePerson(request);
      await endDevices(deps, by.person);
      await noteOwnAct(request, deps, { by, act: 'own-devices-signed-out' });
      return reply.code(204).send();
    },
  });

  api.delete('/account/devices/:device', {
    schema: {
      tags,
      summary: 'Sign out one of the own devices',
      description: 'Its open pages fall silent within two seconds.',
      params: deviceParams,
      response: answers({ 204: z.undefined() }),
    },
    handler: async (request, reply) => {
      const by = requirePerson(request);
      const { device: id } = request.params;
      await endDevices(deps, by.person, id);
      await noteOwnAct(request, deps, { by, act: 'own-device-signed-out', id });
      return reply.code(204).send();
    },
  });
}

/** What people do with their own account. */
export function accountRoutes(api: Api, deps: HttpDeps): void {
  profileRoutes(api, deps);
  deletionRoute(api, deps);
  passwordRoute(api, deps);
  ownDeviceRoutes(api, deps);
}
